package io.github.relinquish.classfile;

import java.util.Optional;

/** A set of classes found by name. */
public interface ClassBytes {
  /**
   * The bytes of a class.
   *
   * @param binaryName with dots and dollars
   * @return empty where the set has no such class or cannot read it
   */
  Optional<byte[]> find(String binaryName);
}
