package io.github.relinquish.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Up to 100 MB of jars that use the APIs, with 900 MB of heap: prints what {@code docs/cli.md} tells. The largest takes at most a minute of
 * processor time, so a minute of one processor or less of two; what the clock on the wall says depends on what the machine does besides. A third of
 * the heap and one processor give the same bytes.
 */
@EnabledIfSystemProperty(named = "scale", matches = "true", disabledReason = "minutes and the network: -Precipes -Dscale=true -Dtest=ScaleTest")
class ScaleTest {
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");
  private static final Path LAUNCHER = Path.of("../checker/tools/src/main/scripts/relinquish").toAbsolutePath().normalize();
  private static final int MOST_SECONDS = 60;
  /** Of what is left after a collection, in MB: above this a heap of 900 MB would be busy with little else. */
  private static final int MOST_KEPT = 650;
  private static final String ALL = "-Xmx900m";
  private static final String LITTLE = "-Xmx300m -XX:ActiveProcessorCount=1";
  private static final Pattern BEFORE = Pattern.compile("(\\d+)M->(\\d+)M");
  private static final Path FOLDER = Path.of("target", "recipes", "scale").toAbsolutePath();

  @Test void timeAndHeap() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    List<String> jars = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/published/scan-set.txt"))) {
      if (line.startsWith("=")) {
        measure(line.substring(2), jars, ALL);
      } else {
        String[] parts = line.split(":");
        Path jar = Workshop.artifact(parts[0], parts[1], parts[2], ".jar", "");
        jars.add(Files.copy(jar, FOLDER.resolve(jar.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING).getFileName().toString());
      }
    }
    Files.move(FOLDER.resolve("25.sarif"), FOLDER.resolve("first.sarif"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    measure("25", jars.subList(0, 5), LITTLE);
    assertEquals(-1, Files.mismatch(FOLDER.resolve("25.sarif"), FOLDER.resolve("first.sarif")), "other threads, another heap, the same bytes");
  }

  private static void measure(String name, List<String> jars, String machine) throws IOException, InterruptedException {
    long bytes = 0;
    for (String jar : jars) {
      bytes += Files.size(FOLDER.resolve(jar));
    }
    List<String> command = new ArrayList<>(List.of("sh", "-c", "sh \"$@\"; code=$?; times; exit $code", "sh", LAUNCHER.toString(), "check",
        "--no-build-tool", "--root", ".", "--format", "sarif", "-o", name + ".sarif"));
    command.addAll(jars);
    Map<String, String> environment = Map.of("RELINQUISH_JAR", System.getProperty("recipes.cli"),
        "RELINQUISH_JAVA_OPTS", machine + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:gc:file=gc.log");
    long begun = System.nanoTime();
    Workshop.Said said = Workshop.run(FOLDER, environment, command.toArray(String[]::new));
    long wall = (System.nanoTime() - begun) / 1_000_000_000;
    Matcher times = TIMES.matcher(said.text());
    assertTrue(Set.of(0, 1, 3).contains(said.code()) && times.find(), said.text());
    double seconds = 60 * (Integer.parseInt(times.group(1)) + Integer.parseInt(times.group(3)))
        + Double.parseDouble(times.group(2)) + Double.parseDouble(times.group(4));
    Matcher collection = BEFORE.matcher(Files.readString(FOLDER.resolve("gc.log")));
    int peak = 0;
    int kept = 0;
    while (collection.find()) {
      peak = Math.max(peak, Integer.parseInt(collection.group(1)));
      kept = Math.max(kept, Integer.parseInt(collection.group(2)));
    }
    int left = kept;
    System.out.printf("| %d MB | %.0f s | %d s | %d MB | %d MB |%n", bytes / 1_000_000, seconds, wall, peak, kept);
    assertTrue(seconds <= MOST_SECONDS, () -> seconds + " s of processor time");
    assertTrue(left <= MOST_KEPT, () -> left + " MB are left after a collection");
  }
}
