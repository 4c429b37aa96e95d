/**
 * The class-file front end: class bytes in, flow graphs and class shapes out, and the folders and jars they are found in.
 *
 * <p>Nothing here knows resources, protocols or javac. Start with {@link ClassReading} for one class and with
 * {@link ClassFileProgram} for a program.
 */
package io.github.relinquish.classfile;
