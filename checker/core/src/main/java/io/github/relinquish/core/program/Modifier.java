package io.github.relinquish.core.program;

/** What the analysis asks about a member. */
public enum Modifier {
  PUBLIC, PROTECTED, PRIVATE, STATIC, FINAL, ABSTRACT, NATIVE, SYNTHETIC
}
