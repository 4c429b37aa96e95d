package io.github.relinquish.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the checks say about the samples is what {@code samples/expected.txt} says, byte for byte.
 *
 * <p>{@code -Dgolden.update=true} rewrites that file.
 */
class ExpectedFindingsTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "relinquish", "samples");
  private static final Path EXPECTED = Path.of("expected.txt");
  private static final Pattern FINDING = Pattern.compile("(.*\\.java):(\\d+): warning: (\\[\\w+] .*)");

  @Test void samplesHaveTheirFindings() throws IOException, InterruptedException {
    JavacProcess javac = new JavacProcess(Path.of(System.getProperty("java.home")), System.getProperty("window.newest17"));
    String found = foundBy(javac);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(EXPECTED, found);
    }
    assertEquals(expected(), found);
    assertEquals(List.of(), found.lines().filter(l -> l.startsWith("correct/")).toList());
  }

  /** What one javac says about the samples, in the form of the golden file. */
  static String foundBy(JavacProcess javac) throws IOException, InterruptedException {
    return String.join("", findings(javac.compile(JavacProcess.sourcesIn(SOURCES))));
  }

  /** What every javac has to say. */
  static String expected() throws IOException {
    return Files.readString(EXPECTED).replace("\r\n", "\n");
  }

  /** A finding each: its line with the file's name below the samples, then the lines of its path; without what javac quotes of the source. */
  private static List<String> findings(String said) {
    List<StringBuilder> findings = new ArrayList<>();
    boolean isPath = false;
    for (String line : said.replace("\r\n", "\n").split("\n")) {
      Matcher head = FINDING.matcher(line);
      if (head.matches()) {
        Path file = SOURCES.toAbsolutePath().relativize(Path.of(head.group(1)).toAbsolutePath());
        findings.add(new StringBuilder(file.toString().replace('\\', '/') + ":" + head.group(2) + ": " + head.group(3) + "\n"));
        isPath = false;
      } else if (line.isBlank() || !line.startsWith("    ") || line.startsWith("    (see ")) {
        isPath = false;
      } else if (line.trim().equals("^")) {
        isPath = true;
      } else if (isPath) {
        findings.get(findings.size() - 1).append(line).append('\n');
      }
    }
    return findings.stream().map(StringBuilder::toString).sorted(ExpectedFindingsTest::compare).toList();
  }

  /** By file, then by line as a number. */
  private static int compare(String a, String b) {
    int byFile = a.substring(0, a.indexOf(':')).compareTo(b.substring(0, b.indexOf(':')));
    int byLine = Integer.compare(Integer.parseInt(a.split(":")[1]), Integer.parseInt(b.split(":")[1]));
    return byFile != 0 ? byFile : byLine != 0 ? byLine : a.compareTo(b);
  }
}
