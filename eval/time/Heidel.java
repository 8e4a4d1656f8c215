import de.unihd.dbs.heideltime.standalone.*;
import de.unihd.dbs.heideltime.standalone.components.impl.*;
import de.unihd.dbs.uima.annotator.heideltime.HeidelTime;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import de.unihd.dbs.uima.types.heideltime.*;
import edu.stanford.nlp.ling.*;
import edu.stanford.nlp.pipeline.*;
import edu.stanford.nlp.util.CoreMap;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.*;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.XMLInputSource;

/**
 * usage: Heidel OUT.tsv FOLDER NEWS|NARRATIVES SETTINGS: runs HeidelTime. Its own wrapper knows an older CoreNLP, so
 * sentences, tokens and tags are put into the CAS here. A text without a date is read as a narrative.
 */
public class Heidel {
  private final StanfordCoreNLP nlp;
  private final JCasFactoryImpl factory;
  private final Map<DocumentType, HeidelTime> readers = new EnumMap<>(DocumentType.class);

  Heidel() throws Exception {
    Properties p = new Properties();
    p.setProperty("annotators", "tokenize,pos");
    nlp = new StanfordCoreNLP(p);
    factory = new JCasFactoryImpl(new TypeSystemDescription[] {UIMAFramework.getXMLParser().parseTypeSystemDescription(
        new XMLInputSource(Heidel.class.getClassLoader().getResource(Config.get(Config.TYPESYSTEMHOME))))});
  }

  HeidelTime reader(DocumentType type) throws Exception {
    if (!readers.containsKey(type)) {
      HeidelTime h = new HeidelTime();
      h.initialize(new UimaContextImpl(Language.ENGLISH, type, false));
      readers.put(type, h);
    }
    return readers.get(type);
  }

  JCas tagged(String body) throws Exception {
    JCas cas = factory.createJCas();
    cas.setDocumentText(body);
    Annotation a = new Annotation(body);
    nlp.annotate(a);
    for (CoreMap m : a.get(CoreAnnotations.SentencesAnnotation.class)) {
      Sentence s = new Sentence(cas);
      s.setBegin(m.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class));
      s.setEnd(m.get(CoreAnnotations.CharacterOffsetEndAnnotation.class));
      s.addToIndexes();
      for (CoreLabel l : m.get(CoreAnnotations.TokensAnnotation.class)) {
        Token t = new Token(cas);
        t.setBegin(l.beginPosition());
        t.setEnd(l.endPosition());
        t.setPos(l.tag());
        t.addToIndexes();
      }
    }
    return cas;
  }

  public static void main(String[] args) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    HeidelTimeStandalone.readConfigFile(args[3]);
    Heidel tool = new Heidel();
    Texts out = new Texts(args[0]);
    SimpleDateFormat iso = new SimpleDateFormat("yyyy-MM-dd"), own = new SimpleDateFormat("yyyy.MM.dd'T'HH:mm");
    for (Path file : Texts.in(args[1])) {
      String body = Texts.read(file), date = Texts.date(file);
      JCas cas = tool.tagged(body);
      if (date != null) {
        Dct d = new Dct(cas);
        d.setValue(own.format(iso.parse(date)));
        d.addToIndexes();
      }
      tool.reader(date == null ? DocumentType.NARRATIVES : DocumentType.valueOf(args[2])).process(cas);
      Set<String> seen = new HashSet<>();
      for (FSIterator<?> it = cas.getAnnotationIndex(Timex3.type).iterator(); it.hasNext(); ) {
        Timex3 t = (Timex3) it.next();
        if (seen.add(t.getBegin() + "-" + t.getEnd())) out.found(file, body, t.getBegin(), t.getEnd(), t.getTimexType(), t.getTimexValue());
      }
    }
    out.close();
  }
}
