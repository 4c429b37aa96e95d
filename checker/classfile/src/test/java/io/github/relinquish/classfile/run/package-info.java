/**
 * Tests of whole runs over class files.
 *
 * <p>Nothing about single instructions. Start with {@link io.github.relinquish.classfile.run.ClassRunTest}.
 */
package io.github.relinquish.classfile.run;
