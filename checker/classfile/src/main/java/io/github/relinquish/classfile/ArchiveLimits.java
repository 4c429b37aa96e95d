package io.github.relinquish.classfile;

/**
 * How much is read of archives that someone may have built to harm the reader.
 *
 * @param entries entries in one archive; the rest is left out
 * @param classBytes size of one class file; a larger one is left out
 * @param nestedBytes everything inflated out of nested archives together; reading stops there
 * @param ratio how many times larger than its compressed form an entry may be, once it exceeds a megabyte
 * @param depth archives in archives: 0 reads none of them
 * @param notes problems noted one by one; the rest is counted
 */
public record ArchiveLimits(int entries, long classBytes, long nestedBytes, int ratio, int depth, int notes) {
  private static final int MEGABYTE = 1 << 20;

  /** Far above what real applications ship. */
  public static ArchiveLimits standard() {
    return new ArchiveLimits(500_000, 100L * MEGABYTE, 1024L * MEGABYTE, 200, 3, 1_000);
  }

  boolean isSuspicious(long size, long compressed) {
    return size > MEGABYTE && compressed >= 0 && size / ratio > compressed;
  }
}
