package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is found does not depend on the order of files, nor on which classes are compiled in this run and which were compiled before. The same
 * programs on another JDK: the matrix in {@code docs/development.md}.
 */
final class StableFindingsTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:[a-z]+ )*(?:class|interface|record|enum) (\\w+)");
  private static final int SHUFFLES = 3;
  private static final int CUTS = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"stable", "agree", "annotations"})
  void orderOfFilesDoesNotMatter(String name) throws IOException, URISyntaxException {
    List<Path> sources = sources(name);
    BothWays both = new BothWays(FrontendsAgreeTest.classPath());
    BothWays.Found first = both.judge(sources, fresh("first"));
    assertFalse(first.fromSource().isEmpty());
    for (int seed = 0; seed < SHUFFLES; seed++) {
      List<Path> shuffled = new ArrayList<>(sources);
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(first, both.judge(shuffled, fresh("shuffled" + seed)), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stable", "annotations"})
  void whatWasCompiledBeforeDoesNotMatter(String name) throws IOException, URISyntaxException {
    List<Path> sources = sources(name);
    List<Path> classPath = FrontendsAgreeTest.classPath();
    Path whole = fresh("whole");
    BothWays.Found all = new BothWays(classPath).judge(sources, whole);
    for (int seed = 0; seed < CUTS; seed++) {
      List<Path> shuffled = new ArrayList<>(sources);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.removeIf(s -> s.toString().contains("types"));
      int half = shuffled.size() / 2;
      TreeSet<String> fromSource = new TreeSet<>();
      TreeSet<String> fromClasses = new TreeSet<>();
      for (List<Path> part : List.of(shuffled.subList(0, half), shuffled.subList(half, shuffled.size()))) {
        Path other = withoutClassesOf(part, whole, fresh("other"));
        BothWays.Found found = new BothWays(prepend(other, classPath)).judge(part, fresh("part"));
        fromSource.addAll(found.fromSource());
        fromClasses.addAll(found.fromClasses());
      }
      assertEquals(String.join("\n", all.fromSource()), String.join("\n", fromSource), "seed " + seed);
      assertEquals(String.join("\n", all.fromClasses()), String.join("\n", fromClasses), "class files, seed " + seed);
    }
  }

  private Path fresh(String name) throws IOException {
    return Files.createTempDirectory(folder, name);
  }

  private static List<Path> prepend(Path first, List<Path> rest) {
    List<Path> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  /** The earlier compile of everything else: the class files that do not come from {@code sources}. */
  private static Path withoutClassesOf(List<Path> sources, Path whole, Path to) throws IOException {
    TreeSet<String> mine = new TreeSet<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      Matcher type = TYPE.matcher(text);
      while (type.find()) {
        mine.add(type.group(1));
      }
    }
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString().replaceAll("(\\$.*)?\\.class$", "");
        if (!mine.contains(name)) {
          Path target = to.resolve(whole.relativize(file));
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  private static List<Path> sources(String name) throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve(name))) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }
}
