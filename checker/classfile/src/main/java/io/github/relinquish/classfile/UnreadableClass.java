package io.github.relinquish.classfile;

/** These bytes are not a class file that can be read; the message says why. */
public final class UnreadableClass extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableClass(String why) {
    super(why);
  }

  UnreadableClass(String why, Throwable cause) {
    super(why, cause);
  }
}
