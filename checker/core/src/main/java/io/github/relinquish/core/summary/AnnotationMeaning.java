package io.github.relinquish.core.summary;

/** What an annotation means, whoever defined it. */
enum AnnotationMeaning {
  /** On a parameter: the method releases it. On a result: the caller does. On a field: the class does. */
  OWNING,
  /** The contrary. */
  NOT_OWNING,
  /** The marked parameter and the result, or the new object, are one resource. */
  ALIAS,
  /** When the method returns, it has called the named methods on the named values. */
  ENSURES_CALLED,
  /** The same, if the result is the named one. */
  ENSURES_CALLED_IF,
  /** The named value is a live resource after the call. */
  BEGINS_AGAIN,
  /** On a class: the methods to be called on its objects; none of them if it is empty. */
  MUST_CALL,
  /** The method releases the parameter. */
  CLOSES,
  /** The parameter is released when the result, or the new object, is. */
  WRAPS
}
