package io.github.relinquish.plugin.oracle.api;

import java.io.IOException;

/** The world: every answer is an input of the program. */
public interface Env {
  void risky() throws IOException;

  boolean choice();

  /** True at most twice in one run. */
  boolean more();

  void look(Object thing);

  /** From here on {@code thing} is somebody else's. */
  void register(Object thing);
}
