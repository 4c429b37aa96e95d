package io.github.relinquish.core.protocol;

/** Where a resource stands in its life. */
public enum Typestate {
  /** Acquired; whoever holds it must give it back. */
  LIVE,
  /** Somebody else's: it looks owned and must not be given back. */
  LENT,
  /** Given back. */
  RELEASED,
  /** Its acquisition threw: there is nothing to give back. */
  FAILED
}
