import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.*;
import edu.stanford.nlp.time.*;
import edu.stanford.nlp.util.CoreMap;
import java.nio.file.Path;
import java.util.Properties;

/** usage: SuTime OUT.tsv FOLDER: runs SUTime over CoreNLP's tokens, sentences, tags and lemmas. */
public class SuTime {
  public static void main(String[] args) throws Exception {
    Properties p = new Properties();
    p.setProperty("annotators", "tokenize,pos,lemma,sutime");
    p.setProperty("customAnnotatorClass.sutime", TimeAnnotator.class.getName());
    p.setProperty("sutime.includeNested", "false");
    StanfordCoreNLP nlp = new StanfordCoreNLP(p);
    Texts out = new Texts(args[0]);
    for (Path file : Texts.in(args[1])) {
      String body = Texts.read(file);
      Annotation a = new Annotation(body);
      if (Texts.date(file) != null) a.set(CoreAnnotations.DocDateAnnotation.class, Texts.date(file));
      nlp.annotate(a);
      for (CoreMap m : a.get(TimeAnnotations.TimexAnnotations.class)) {
        Timex t = m.get(TimeAnnotations.TimexAnnotation.class);
        out.found(file, body, m.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class), m.get(CoreAnnotations.CharacterOffsetEndAnnotation.class),
            t.timexType(), t.value() != null ? t.value() : t.altVal());
      }
    }
    out.close();
  }
}
