package io.github.relinquish.classfile;

import java.io.IOException;

/** A class file that was found, not yet read. */
public final class ClassEntry implements Comparable<ClassEntry> {
  /** Where the bytes come from. */
  interface Content {
    byte[] read() throws IOException;
  }

  static final String ARCHIVE_SEPARATOR = "!/";

  private final String binaryName;
  private final String place;
  private final boolean isBundled;
  private final Content content;

  ClassEntry(String binaryName, String place, boolean isBundled, Content content) {
    this.binaryName = binaryName;
    this.place = place;
    this.isBundled = isBundled;
    this.content = content;
  }

  /** The name that its path gives it; the class itself may say otherwise. */
  public String binaryName() {
    return binaryName;
  }

  /** Path of the file, with {@code !/} where it goes into an archive. */
  public String place() {
    return place;
  }

  boolean isInArchive() {
    return place.contains(ARCHIVE_SEPARATOR);
  }

  /** Whether it came in the library folder of an application archive, so that others wrote it. */
  public boolean isBundled() {
    return isBundled;
  }

  /** Reads the bytes now. */
  public byte[] bytes() throws IOException {
    return content.read();
  }

  @Override public int compareTo(ClassEntry other) {
    int byName = binaryName.compareTo(other.binaryName);
    return byName != 0 ? byName : place.compareTo(other.place);
  }

  @Override public boolean equals(Object other) {
    return other instanceof ClassEntry that && binaryName.equals(that.binaryName) && place.equals(that.place);
  }

  @Override public int hashCode() {
    return place.hashCode();
  }

  @Override public String toString() {
    return binaryName + " in " + place;
  }
}
