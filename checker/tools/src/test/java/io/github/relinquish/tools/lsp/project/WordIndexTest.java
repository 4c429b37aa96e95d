package io.github.relinquish.tools.lsp.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.relinquish.tools.lsp.project.WordIndex.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words by which files are known to one another. */
class WordIndexTest {
  private static final Path FILE = Path.of("/acme/A.java");
  private static final List<String> SOURCES = List.of(
      "class A extends b.B<C, ? super D> implements E, F { int x = 1; G g = new H(i); J j = new K<>(); L l = new M[2]; }",
      "/** class of things */ sealed interface P permits Q {} record R(S s) {} enum T { U } @interface V {}",
      "import a.b.C; class $D_1 extends\n  @Nullable E & F {} // new G H\n \"text new I\" 'x' new 12",
      "class", "new", "", "class 1A x", "var record = new Thing().extend(more); class\n\n\tLater {}");

  private static Words wordsOf(String text) {
    return new WordIndex().of(Map.of(FILE, text)).get(FILE);
  }

  /** The same, said in three patterns; going through a text once is several times as fast. */
  @Test void areThoseOfThePatterns() {
    for (String source : SOURCES) {
      Words words = wordsOf(source);
      assertEquals(found("[A-Za-z_$][\\w$]*", source), words.all(), source);
      Set<String> above = new TreeSet<>();
      Matcher types = Pattern.compile("\\b(?:extends|implements|new)\\b([\\w\\s.,<>?&@$]+)").matcher(source);
      while (types.find()) {
        above.addAll(found("[A-Za-z_$][\\w$]*", types.group(1)));
      }
      assertEquals(above, words.above(), source);
      assertEquals(found("(?<=\\b(class|interface|enum|record)\\s{1,9})[A-Za-z_$][\\w$]*", source), words.declared(), source);
    }
  }

  private static Set<String> found(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test void mayHaveLettersOfAllLanguages() {
    Words words = wordsOf("class Größe extends 尺寸 { Ärger$Fall x; }");
    assertEquals(Set.of("Größe"), words.declared());
    assertEquals(Set.of("尺寸"), words.above());
    assertEquals(Set.of("class", "Größe", "extends", "尺寸", "Ärger$Fall", "x"), words.all());
  }

  @Test void areReadOnceForEachText() {
    WordIndex index = new WordIndex();
    Words first = index.of(Map.of(FILE, "class A {}")).get(FILE);
    assertSame(first, index.of(Map.of(FILE, new String("class A {}"))).get(FILE));
    index.of(Map.of());
    assertEquals(first, index.of(Map.of(FILE, "class A {}")).get(FILE));
  }
}
