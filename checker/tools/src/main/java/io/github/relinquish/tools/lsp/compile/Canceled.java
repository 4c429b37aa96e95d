package io.github.relinquish.tools.lsp.compile;

import java.util.concurrent.CancellationException;

/** Asked now and then by long work. */
@FunctionalInterface
public interface Canceled {
  Canceled NEVER = () -> false;

  /** Whether nobody wants the answer any more. */
  boolean isCanceled();

  /** Ends the work where nobody wants the answer any more. */
  default void check() {
    if (isCanceled() || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("superseded");
    }
  }
}
