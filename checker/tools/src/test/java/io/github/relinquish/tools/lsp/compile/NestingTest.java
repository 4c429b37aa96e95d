package io.github.relinquish.tools.lsp.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** What counts as nested too deeply. */
class NestingTest {
  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {"(,true", "[,true", "{,true", "()[]{},false", "\"(\",false", "'(',false", "\"\\\"(\",false", "'\\''(,true", "/*(*/,false", ")(,false"})
  void whatStandsThereFiveThousandTimes(String piece, boolean isTooDeep) {
    assertEquals(isTooDeep, Nesting.isTooDeep(piece.repeat(5000)));
  }

  @Test void notInCommentsAndTexts() {
    String deep = "(".repeat(5000);
    assertEquals(false, Nesting.isTooDeep("// " + deep + "\n/* " + deep + "\n*/ \"\"\"\n \" " + deep + "\"\"\" \"" + deep + "\""));
    assertEquals(true, Nesting.isTooDeep("// \" \n" + deep));
    assertEquals(true, Nesting.isTooDeep("/* ' */ \"\"\" ' \"\"\" '\"' \"'\" " + deep));
    assertEquals(false, Nesting.isTooDeep(" ".repeat(5000) + "\"\"\""));
    assertEquals(false, Nesting.isTooDeep(" ".repeat(5000) + "/*"));
    assertEquals(false, Nesting.isTooDeep(" ".repeat(5000) + "\"\\"));
  }
}
