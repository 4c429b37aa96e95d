package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final AtomicLong clock = new AtomicLong(1000);
  private final StringWriter terminal = new StringWriter();
  private final ProgressLine line = new ProgressLine(new PrintWriter(terminal), clock::get);

  @Test void shortWorkShowsNothing() {
    line.at("classes judged", 1, 9);
    clock.addAndGet(1999);
    line.at("classes judged", 2, 9);
    line.end();
    assertEquals("", terminal.toString());
  }

  @Test void longWorkShowsOneLineThatGoes() {
    clock.addAndGet(2000);
    line.at("class files read", 0, 0);
    line.at("classes judged", 3, 9);
    clock.addAndGet(200);
    line.at("classes judged", 4, 9);
    line.end();
    assertEquals("\r\u001b[Kclass files read ...\r\u001b[Kclasses judged: 4 of 9\r\u001b[K", terminal.toString());
  }
}
