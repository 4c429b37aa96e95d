package io.github.relinquish.tools.cli;

import io.github.relinquish.tools.run.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** One line on a terminal that tells how far long work is; it goes when the work ends. Short work is over before it shows. */
final class ProgressLine implements Progress {
  private static final long PATIENCE = 2_000;
  private static final long PACE = 200;
  private static final String CLEARED = "\r\u001b[K";

  private final PrintWriter terminal;
  private final LongSupplier clock;
  private final long begun;
  private long shown;

  /** @param clock milliseconds */
  ProgressLine(PrintWriter terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.begun = clock.getAsLong();
    this.shown = Long.MIN_VALUE;
  }

  /** A line on standard error, or none where nobody watches. */
  static Progress on(PrintWriter err) {
    return isWatched() ? new ProgressLine(err, System::currentTimeMillis) : Progress.NONE;
  }

  @Override public synchronized void at(String what, int done, int all) {
    long now = clock.getAsLong();
    if (now - begun >= PATIENCE && (shown == Long.MIN_VALUE || now - shown >= PACE)) {
      shown = now;
      terminal.print(CLEARED + what + (all == 0 ? " ..." : ": " + done + " of " + all));
      terminal.flush();
    }
  }

  @Override public synchronized void end() {
    if (shown != Long.MIN_VALUE) {
      terminal.print(CLEARED);
      terminal.flush();
      shown = Long.MIN_VALUE;
    }
  }

  /** The launcher looks at standard error itself; without it Java only knows whether both ends of the console are a terminal. */
  private static boolean isWatched() {
    return Boolean.getBoolean("relinquish.progress") || isTerminal();
  }

  /** From JDK 22 on there may be a console without a terminal. */
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;                               // a Java that cannot tell gets plain output
    }
  }
}
