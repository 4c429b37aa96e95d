package io.github.relinquish.classfile;

/** The code of one method cannot be lowered; its class can still be read. Never leaves this package. */
final class MalformedCode extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedCode(String why) {
    super(why);
  }
}
