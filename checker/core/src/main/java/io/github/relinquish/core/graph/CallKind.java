package io.github.relinquish.core.graph;

/** How a call finds its body. */
public enum CallKind {
  /** No receiver. */
  STATIC,
  /** The body depends on the receiver's class. */
  VIRTUAL,
  /** Constructor, {@code super.m()}, private method: a receiver and exactly the named body. */
  SPECIAL,
  /** Only in a {@link Step.Closure}: makes an object of the owner and runs its constructor ({@code X::new}). */
  CREATE
}
