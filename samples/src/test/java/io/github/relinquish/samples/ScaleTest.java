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

/** Up to 100 MB of jars that use the APIs, with 900 MB of heap: prints what {@code docs/cli.md} tells, and every run gives the same bytes. */
@EnabledIfSystemProperty(named = "scale", matches = "true", disabledReason = "minutes and the network: -Precipes -Dscale=true -Dtest=ScaleTest")
class ScaleTest {
  private static final Pattern BEFORE = Pattern.compile("(\\d+)M->(\\d+)M");
  private static final Path FOLDER = Path.of("target", "recipes", "scale").toAbsolutePath();

  @Test void timeAndHeap() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    List<String> jars = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/published/scan-set.txt"))) {
      if (line.startsWith("=")) {
        measure(line.substring(2), jars);
      } else {
        String[] parts = line.split(":");
        Path jar = Workshop.artifact(parts[0], parts[1], parts[2], ".jar", "");
        jars.add(Files.copy(jar, FOLDER.resolve(jar.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING).getFileName().toString());
      }
    }
    Files.move(FOLDER.resolve("25.sarif"), FOLDER.resolve("first.sarif"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    measure("25", jars.subList(0, 5));
    assertEquals(-1, Files.mismatch(FOLDER.resolve("25.sarif"), FOLDER.resolve("first.sarif")), "parallel, and the same bytes");
  }

  private static void measure(String name, List<String> jars) throws IOException, InterruptedException {
    long bytes = 0;
    for (String jar : jars) {
      bytes += Files.size(FOLDER.resolve(jar));
    }
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx900m",
        "-Xlog:gc:file=gc.log", "-jar", System.getProperty("recipes.cli"), "check", "--no-build-tool", "--root", ".", "--format", "sarif", "-o",
        name + ".sarif"));
    command.addAll(jars);
    long begun = System.nanoTime();
    Workshop.Said said = Workshop.run(FOLDER, Map.of(), command.toArray(String[]::new));
    long seconds = (System.nanoTime() - begun) / 1_000_000_000;
    assertTrue(Set.of(0, 1, 3).contains(said.code()) && said.text().isBlank(), said.text());
    Matcher collection = BEFORE.matcher(Files.readString(FOLDER.resolve("gc.log")));
    int peak = 0;
    int kept = 0;
    while (collection.find()) {
      peak = Math.max(peak, Integer.parseInt(collection.group(1)));
      kept = Math.max(kept, Integer.parseInt(collection.group(2)));
    }
    System.out.printf("| %d MB | %d s | %d MB | %d MB |%n", bytes / 1_000_000, seconds, peak, kept);
  }
}
