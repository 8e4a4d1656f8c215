import edu.stanford.nlp.ling.CoreAnnotations.*;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * CoreNLP's quote annotator over articles: CoreNLPQuotes OUT.json SOME.txt... main.go describes
 * the output. Its speaker is the name that coreference gives, its mention the words beside the quote.
 */
public class CoreNLPQuotes {
  static final String ANNOTATORS = "tokenize,pos,lemma,ner,depparse,coref,quote";

  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("annotators", ANNOTATORS);
    properties.setProperty("threads", "1");
    properties.setProperty("quote.extractUnclosedQuotes", "true");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    StringJoiner files = new StringJoiner(",\n", "{", "}");
    for (int i = 1; i < args.length; i++) {
      Path file = Path.of(args[i]);
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Annotation document = new Annotation(text);
      pipeline.annotate(document);
      StringJoiner quotes = new StringJoiner(",", "[", "]");
      if (document.get(QuotationsAnnotation.class) != null)
        for (CoreMap q : document.get(QuotationsAnnotation.class)) quotes.add(quote(text, q));
      files.add(string(file.getFileName().toString()) + ":" + quotes);
    }
    Files.writeString(Path.of(args[0]), "{\"tool\":\"CoreNLP 4.5.10, quote\",\"files\":" + files + "}", StandardCharsets.UTF_8);
  }

  static String quote(String text, CoreMap q) {
    String canonical = q.get(QuoteAttributionAnnotator.CanonicalMentionAnnotation.class);
    String speaker = canonical != null ? canonical : q.get(QuoteAttributionAnnotator.SpeakerAnnotation.class);
    String mention = q.get(QuoteAttributionAnnotator.MentionAnnotation.class);
    StringJoiner out = new StringJoiner(",", "{", "}");
    out.add("\"start\":" + text.codePointCount(0, q.get(CharacterOffsetBeginAnnotation.class)));
    out.add("\"end\":" + text.codePointCount(0, q.get(CharacterOffsetEndAnnotation.class)));
    if (speaker != null && !speaker.equals("Unknown")) out.add("\"speaker\":" + string(speaker));
    if (mention != null) out.add("\"mention\":" + string(mention));
    return out.toString();
  }

  static String string(String s) {
    return '"' + s.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
