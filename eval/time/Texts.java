import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;

/** The texts of a folder, with their dates, and the lines that a tool writes about them (see main.go). */
final class Texts {
  private final PrintStream out;

  Texts(String file) throws Exception { out = new PrintStream(file, "UTF-8"); }

  static List<Path> in(String folder) throws Exception {
    try (Stream<Path> files = Files.list(Paths.get(folder))) {
      return files.filter(p -> p.toString().endsWith(".txt")).sorted().collect(Collectors.toList());
    }
  }

  static String read(Path file) throws Exception { return new String(Files.readAllBytes(file), StandardCharsets.UTF_8); }

  /** The document date, null when there is none. */
  static String date(Path text) throws Exception {
    Path dct = Paths.get(text.toString().replaceAll("\\.txt$", ".dct"));
    return Files.exists(dct) ? read(dct).trim() : null;
  }

  void found(Path text, String body, int start, int end, String type, String value) {
    String name = text.getFileName().toString().replaceAll("\\.txt$", "");
    out.println(name + "\t" + bytes(body, start) + "\t" + bytes(body, end) + "\t" + type + "\t" + (value == null ? "" : value));
  }

  private static int bytes(String body, int at) { return body.substring(0, at).getBytes(StandardCharsets.UTF_8).length; }

  void close() { out.close(); }
}
