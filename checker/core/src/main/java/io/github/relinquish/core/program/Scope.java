package io.github.relinquish.core.program;

/** How near a class is to the code that is judged. */
public enum Scope {
  /** Judged now: a source of this compilation, or a class the user asked to check. */
  RUN,
  /** A class folder on the class path: most often the same module, compiled earlier. */
  FOLDER,
  /** A jar on the class path. */
  LIBRARY,
  /** The JDK: known by rows, never by bodies, so that findings do not depend on its version. */
  PLATFORM;

  /** Whether the people who see a finding can change the class. */
  public boolean isOwn() {
    return this == RUN || this == FOLDER;
  }
}
