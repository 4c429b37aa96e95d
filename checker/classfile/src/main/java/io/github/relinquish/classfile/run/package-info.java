/**
 * Judges class files from end to end, for tools that have no javac at hand.
 *
 * <p>Nothing here reads class files or follows resources itself. Start with {@link io.github.relinquish.classfile.run.ClassRun}.
 */
package io.github.relinquish.classfile.run;
