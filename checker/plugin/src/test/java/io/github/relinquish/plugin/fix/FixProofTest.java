package io.github.relinquish.plugin.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Issue 5: every offered fix compiles, removes its finding, brings no new one, and leaves nothing to be applied twice.
 *
 * <p>{@code -Drelinquish.bench=DIR} proves those of a benchmark too, {@code -Drelinquish.corpus=LIST} those of real code: a line of the list is
 * a name, a tab, and a file with javac's arguments.
 */
final class FixProofTest {
  private static final double SHARE = 0.85;
  private static final Path FIXES = Path.of("src/test/resources/fixes");
  private static final Path SAMPLES = Path.of("src/test/samples");

  @Test void everyFixOfTheBenchmarkHolds() throws IOException {
    Path bench = bench();
    assumeTrue(Files.isDirectory(bench), "no benchmark at " + bench + " (name it with -Drelinquish.bench=...)");
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("flows", "seedset")) {
      files.putAll(javaFiles(bench.resolve(folder), "_Bad_"));
    }
    FixProof proof = FixProof.of(files);
    proof.assertHolds();
    assertTrue(proof.share() >= SHARE, "share of findings with a fix: " + proof.share());
  }

  /** What the fixes write is read like code: {@code -Dgolden.update=true} rewrites the file. */
  @Test void everyFixOfTheFixSamplesHolds() throws IOException {
    FixProof proof = FixProof.of(javaFiles(FIXES, ""));
    proof.assertHolds();
    Path golden = FIXES.resolve("fixes.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, proof.changes());
    }
    assertEquals(Files.readString(golden), proof.changes());
  }

  /** Somebody in an editor applies one, looks again, and applies the next: whichever comes first, the file ends without findings. */
  @Test void fixesOneAfterTheOtherEndWithoutFindings() throws IOException {
    List<String> stuck = new ArrayList<>();
    javaFiles(FIXES.resolve("orders"), "").forEach((file, text) -> follow(file, text, "", new HashSet<>(), stuck));
    assertTrue(stuck.isEmpty(), () -> String.join("\n", stuck));
  }

  private static void follow(String file, String text, String done, Set<String> seen, List<String> stuck) {
    if (!seen.add(text)) {
      return;
    }
    Checked checked = Checked.of(Map.of(file, text));
    List<Checked.Told> told = checked.in(file);
    boolean isFixable = told.stream().anyMatch(t -> !t.fixed().isEmpty());
    if (!checked.errors().isEmpty() || !told.isEmpty() && !isFixable) {
      stuck.add(file + " behind" + done + ": " + checked.errors().values() + told.stream().map(Checked.Told::message).toList() + "\n" + text);
    }
    told.forEach(t -> t.fixed().forEach(fixed -> follow(file, fixed, done + " " + t.check(), seen, stuck)));
  }

  @Test void everyFixOfTheRuleSamplesHolds() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        Map<String, String> files = javaFiles(folder, "");
        files.put("Prelude.java", Files.readString(SAMPLES.resolve("Prelude.java")));
        FixProof.of(files).assertHolds();
      }
    }
  }

  @Test void everyFixOfTheProgramsHolds() throws IOException {
    FixProof.of(javaFiles(Path.of("../../samples/src/main/java/io/github/relinquish/samples/leaking"), "")).assertHolds();
  }

  @Test void everyFixOfRealCodeHolds() throws IOException {
    Path list = Path.of(System.getProperty("relinquish.corpus", "nowhere"));
    assumeTrue(Files.isRegularFile(list), "no list of real code: name it with -Drelinquish.corpus=...");
    List<String> wrong = new ArrayList<>();
    int findings = 0;
    int fixable = 0;
    for (String line : Files.readAllLines(list)) {
      String[] parts = line.split("\t");
      Map<String, String> files = new TreeMap<>();
      List<String> options = new ArrayList<>();
      read(Path.of(parts[1]), files, options);
      FixProof proof = FixProof.of(files, options);
      System.out.println(parts[0] + ": " + proof.summary());
      proof.complaints().forEach(c -> wrong.add(parts[0] + " " + c));
      findings += proof.findings();
      fixable += proof.fixable();
    }
    System.out.printf("real code: %d of %d findings have a fix%n", fixable, findings);
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  private static Path bench() {
    String named = System.getProperty("relinquish.bench", "");
    return named.isEmpty() ? Path.of("").toAbsolutePath().resolve("../../../shared/bench").normalize() : Path.of(named);
  }

  private static Map<String, String> javaFiles(Path folder, String infix) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(f -> f.getFileName().toString().endsWith(".java")).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.contains(infix) && !name.equals("package-info.java")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  private static void read(Path arguments, Map<String, String> files, List<String> options) throws IOException {
    StreamTokenizer words = new StreamTokenizer(new StringReader(Files.readString(arguments)));
    words.resetSyntax();
    words.wordChars('!', Character.MAX_VALUE);
    words.whitespaceChars(0, ' ');
    words.quoteChar('"');
    words.quoteChar('\'');
    while (words.nextToken() != StreamTokenizer.TT_EOF) {
      if (words.sval.endsWith(".java")) {
        files.put(words.sval.replaceFirst("^/", ""), text(Path.of(words.sval)));
      } else if (!words.sval.startsWith("-J")) {
        options.add(words.sval);
      }
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
  }
}
