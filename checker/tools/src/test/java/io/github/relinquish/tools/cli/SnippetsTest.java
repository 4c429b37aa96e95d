package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages tell users to put into files of a build stands, word for word, in a fixture that {@code -Precipes} builds. */
class SnippetsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path FIXTURES = ROOT.resolve("docs/ci/fixtures");
  /** Languages of build files; the others are shown, not copied. */
  private static final Set<String> BUILT = Set.of("xml", "groovy", "kotlin", "starlark", "dockerfile", "yaml");

  private record Block(Path page, int line, String language, String fixture, List<String> lines) {}

  @Test void everySnippetIsPartOfAFixture() throws IOException {
    List<String> wrong = new ArrayList<>();
    int held = 0;
    for (Block block : blocks()) {
      boolean isRecipe = block.page().toString().replace('\\', '/').contains("docs/ci/");
      if (block.fixture().isEmpty()) {
        boolean isCompiler = block.language().equals("sh") && block.lines().stream().anyMatch(line -> line.startsWith("javac "));
        if (BUILT.contains(block.language()) || isCompiler || isRecipe && block.language().equals("sh") && !isOnlyOurCommands(block)) {
          wrong.add(block.page() + ":" + block.line() + " names no fixture");
        }
      } else if (!Files.isRegularFile(FIXTURES.resolve(block.fixture()))) {
        wrong.add(block.page() + ":" + block.line() + " names " + block.fixture() + ", which is not there");
      } else {
        held++;
        List<String> fixture = stripped(Files.readAllLines(FIXTURES.resolve(block.fixture())));
        if (Collections.indexOfSubList(fixture, stripped(block.lines())) < 0) {
          wrong.add(block.page() + ":" + block.line() + " is not what stands in " + block.fixture());
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(held >= 12, "blocks that were compared: " + held);
  }

  @Test void everyFixtureIsOnAPage() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Block block : blocks()) {
      shown.add(block.fixture().replaceFirst("/.*", ""));
    }
    shown.remove("");
    shown.add("project");
    try (Stream<Path> folders = Files.list(FIXTURES)) {
      assertEquals(shown, new TreeSet<>(folders.map(folder -> folder.getFileName().toString()).toList()));
    }
  }

  /** Relinquish's own commands are other tests' business: {@link GateExampleTest}, {@link CliTest}. */
  private static boolean isOnlyOurCommands(Block block) {
    return block.lines().stream().allMatch(line -> line.startsWith("relinquish "));
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).toList();
  }

  private static List<Block> blocks() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("docs/cli.md"), ROOT.resolve("docs/gate.md")));
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/ci"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<Block> blocks = new ArrayList<>();
    for (Path page : pages) {
      List<String> lines = Files.readAllLines(page);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("```") && lines.get(i).length() > 3) {
          String[] words = lines.get(i).substring(3).split(" ", 2);
          int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
          blocks.add(new Block(page, i + 1, words[0], words.length > 1 ? words[1] : "", lines.subList(i + 1, end)));
          i = end;
        }
      }
    }
    return blocks;
  }
}
