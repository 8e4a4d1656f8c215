import edu.stanford.nlp.ling.CoreAnnotations.*;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * CoreNLP over raw texts, one thread: CoreNLPRead OUT.json SOME.txt... README.md describes the
 * output. Offsets count code points.
 */
public class CoreNLPRead {
  static final String ANNOTATORS = "tokenize,pos,lemma,ner,depparse";

  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("annotators", ANNOTATORS);
    properties.setProperty("threads", "1");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    pipeline.annotate(new Annotation("The reader is loaded by its first sentence."));
    double startup = cpu();

    Map<String, String> texts = new LinkedHashMap<>();
    int words = 0;
    for (int i = 1; i < args.length; i++) {
      Path file = Path.of(args[i]);
      String text = Files.readString(file, StandardCharsets.UTF_8);
      texts.put(file.getFileName().toString(), text);
      words += text.split("\\s+").length;
    }
    double spent = 0;
    StringJoiner readings = new StringJoiner(",\n", "{", "}");
    for (Map.Entry<String, String> e : texts.entrySet()) {
      Annotation document = new Annotation(e.getValue());
      double start = cpu();
      pipeline.annotate(document);
      spent += cpu() - start;
      readings.add(quote(e.getKey()) + ":" + reading(document, e.getValue()));
    }
    String json = String.format(Locale.ROOT,
        "{\"tool\":\"CoreNLP 4.5.10, %s\",\"startup_cpu_s\":%.2f,\"cpu_s\":%.2f,\"words\":%d,\"peak_mb\":%d,\"upos\":{},\"texts\":",
        ANNOTATORS, startup, spent, words, peak());
    Files.writeString(Path.of(args[0]), json + readings + "}", StandardCharsets.UTF_8);
  }

  static String reading(Annotation document, String text) {
    StringJoiner sentences = new StringJoiner(",", "[", "]");
    StringJoiner tokens = new StringJoiner(",", "[", "]");
    for (CoreMap s : document.get(SentencesAnnotation.class)) {
      sentences.add(span(text, s, null));
      for (CoreLabel t : s.get(TokensAnnotation.class)) tokens.add(span(text, t, t.tag()));
    }
    StringJoiner names = new StringJoiner(",", "[", "]");
    for (CoreMap m : document.get(MentionsAnnotation.class)) names.add(span(text, m, m.get(NamedEntityTagAnnotation.class)));
    return "{\"sentences\":" + sentences + ",\"tokens\":" + tokens + ",\"names\":" + names + "}";
  }

  static String span(String text, CoreMap m, String label) {
    Function<Integer, Integer> points = at -> text.codePointCount(0, Math.min(at, text.length()));
    String span = "[" + points.apply(m.get(CharacterOffsetBeginAnnotation.class)) + "," + points.apply(m.get(CharacterOffsetEndAnnotation.class));
    return span + (label == null ? "]" : "," + quote(label) + "]");
  }

  static String quote(String s) {
    return '"' + s.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Processor time of this process so far in seconds, compiler and garbage collector included. */
  static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
  }

  /** The most memory that was resident, in MB. */
  static int peak() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status")))
      if (line.startsWith("VmHWM")) return Integer.parseInt(line.replaceAll("\\D", "")) / 1024;
    return 0;
  }
}
