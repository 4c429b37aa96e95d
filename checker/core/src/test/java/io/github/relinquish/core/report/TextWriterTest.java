package io.github.relinquish.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TextWriterTest {
  @Test void namesCannotSteerTheTerminal() {
    String text = new TextWriter(Examples.SOURCE, false).print(Examples.report());
    assertFalse(text.chars().anyMatch(c -> c != '\n' && Terminal.isControl((char) c)), text);
    assertTrue(text.contains("\\u001b[31m"));
  }

  @Test void colourIsOnlyOurs() {
    String text = new TextWriter(Examples.SOURCE, true).print(Examples.report());
    assertTrue(text.contains("\u001b[1;31merror:"));
    assertFalse(text.contains("\u001b[31m"));
  }

  @Test void theCaretStandsUnderTheCall() {
    String[] lines = new TextWriter(Examples.SOURCE, false).print(Examples.report()).split("\n");
    assertEquals(lines[1].indexOf("m.createContext"), lines[2].indexOf('^'));
    assertEquals("m.createContext(peer, oid, null, 0)".length(), lines[2].strip().length());
  }

  @Test void anIncompleteRunSaysSo() {
    assertTrue(TextWriter.summary(Examples.report()).contains("incomplete"));
    assertEquals("no findings", TextWriter.summary(Report.EMPTY));
  }
}
