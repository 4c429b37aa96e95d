package io.github.relinquish.tools.javac;

/** Javac itself broke over the sources; they are worth another run without the one that it was at. */
public final class BrokenSource extends Exception {
  private static final long serialVersionUID = 1;

  private final String file;

  BrokenSource(String file, Throwable cause) {
    super(cause.toString(), cause);
    this.file = file;
  }

  /** Name of the source that javac was at; empty where nobody knows. */
  public String file() {
    return file;
  }
}
