/**
 * Tests of the class-file front end: compiled on the fly, lowered, and compared with golden text.
 *
 * <p>No binary fixtures live here. Start with {@link LoweringTest}.
 */
package io.github.relinquish.classfile;
