package io.github.relinquish.classfile;

import java.util.function.Predicate;

/**
 * What the lowering of a body needs besides the instructions at hand.
 *
 * @param owner binary name of the class
 * @param code its instructions
 * @param variables makes its variables
 * @param locals its locals
 * @param references other classes
 * @param isOwnPrivate whether the class itself has a private method of this name and descriptor (written together)
 */
record BodyContext(
    String owner,
    MethodCode code,
    Variables variables,
    Locals locals,
    References references,
    Predicate<String> isOwnPrivate) {}
