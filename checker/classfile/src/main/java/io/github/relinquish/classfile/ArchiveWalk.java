package io.github.relinquish.classfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Finds the classes of one archive and of those in it. The classes of nested archives are held in memory, because they
 * cannot be reached a second time without inflating the archive around them.
 */
final class ArchiveWalk {
  private static final int CHUNK = 1 << 16;
  private static final long SMALL = 1L << 24;

  private final ArchiveLimits limits;
  private final Notes notes;
  private final List<ClassEntry> classes;
  private long inflated;

  ArchiveWalk(ArchiveLimits limits, Notes notes, List<ClassEntry> classes) {
    this.limits = limits;
    this.notes = notes;
    this.classes = classes;
  }

  void walk(String place, ZipFile zip, boolean isBundled) {
    int count = 0;
    for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
      if (count++ >= limits.entries()) {
        notes.add(place, "has more than " + limits.entries() + " entries");
        return;
      }
      String inside = place + ClassEntry.ARCHIVE_SEPARATOR + entry.getName();
      Optional<String> name = EntryNames.classAt(entry.getName());
      boolean isNested = EntryNames.isArchive(entry.getName()) && limits.depth() > 0;
      if (entry.isDirectory() || name.isEmpty() && !isNested || !isAcceptable(inside, entry)) {
        continue;
      }
      if (name.isPresent()) {
        // Found again by its name, as the zip itself does it: entries of all classes would take more room than their names.
        classes.add(new ClassEntry(name.get(), inside, isBundled,
            () -> read(zip, zip.getEntry(inside.substring(place.length() + ClassEntry.ARCHIVE_SEPARATOR.length())), limits.classBytes())));
      } else {
        walkNested(inside, zip, entry, isBundled || EntryNames.isInLibraryFolder(entry.getName()));
      }
    }
  }

  private boolean isAcceptable(String inside, ZipEntry entry) {
    if (!EntryNames.isSafe(entry.getName())) {
      notes.add(inside, "has a name that leads out of its archive");
      return false;
    }
    boolean isClass = entry.getName().endsWith(".class");
    if (isClass && entry.getSize() > limits.classBytes()) {
      notes.add(inside, "is a class file of " + entry.getSize() + " bytes");
      return false;
    }
    if (limits.isSuspicious(entry.getSize(), entry.getCompressedSize())) {
      notes.add(inside, "is compressed more than " + limits.ratio() + " times");
      return false;
    }
    return true;
  }

  /** Headers lie: the limit holds for what really comes out. */
  private static byte[] read(ZipFile zip, ZipEntry entry, long limit) throws IOException {
    try (InputStream in = entry == null ? null : zip.getInputStream(entry)) {
      if (in == null) {
        throw new IOException("entry without content");
      }
      byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limit + 1));
      if (bytes.length > limit) {
        throw new IOException("more than " + limit + " bytes");
      }
      return bytes;
    }
  }

  private void walkNested(String inside, ZipFile zip, ZipEntry entry, boolean isBundled) {
    try {
      byte[] bytes = read(zip, entry, Math.max(0, limits.nestedBytes() - inflated));
      inflated += bytes.length;
      walkNested(inside, bytes, 1, isBundled);
    } catch (IOException | IllegalArgumentException e) {
      notes.add(inside, "is not read to its end: " + e.getMessage());
    }
  }

  private void walkNested(String place, byte[] archive, int depth, boolean isBundled) throws IOException {
    long allowed = Math.max(SMALL, (long) archive.length * limits.ratio());
    long before = inflated;
    int count = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (count++ >= limits.entries()) {
          notes.add(place, "has more than " + limits.entries() + " entries");
          return;
        }
        long left = Math.min(allowed - (inflated - before), limits.nestedBytes() - inflated);
        takeNested(place + ClassEntry.ARCHIVE_SEPARATOR + entry.getName(), entry, in, left, depth, isBundled);
      }
    }
    if (count == 0 && archive.length > 0) {
      notes.add(place, "is not a readable archive");
    }
  }

  private void takeNested(String inside, ZipEntry entry, InputStream in, long left, int depth, boolean isBundled)
      throws IOException {
    Optional<String> name = EntryNames.classAt(entry.getName());
    boolean isArchive = EntryNames.isArchive(entry.getName());
    boolean isWanted = (name.isPresent() || isArchive) && isAcceptable(inside, entry);
    // Even what nobody wants has to be inflated to get behind it, and counts.
    byte[] bytes = drain(in, left, isWanted ? limits.classBytes() : 0, isArchive);
    if (!isWanted) {
      return;
    }
    if (name.isPresent()) {
      if (bytes.length > limits.classBytes()) {
        notes.add(inside, "is a class file of more than " + limits.classBytes() + " bytes");
      } else {
        classes.add(new ClassEntry(name.get(), inside, isBundled, bytes::clone));
      }
    } else if (depth >= limits.depth()) {
      notes.add(inside, "lies more than " + limits.depth() + " archives deep");
    } else {
      try {
        walkNested(inside, bytes, depth + 1, isBundled || EntryNames.isInLibraryFolder(entry.getName()));
      } catch (IOException | IllegalArgumentException e) {
        notes.add(inside, "is not read to its end: " + e.getMessage());
      }
    }
  }

  /** Reads to the end of the entry; keeps at most {@code kept} bytes and one, or all of them. */
  private byte[] drain(InputStream in, long left, long kept, boolean keepsAll) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      total += read;
      inflated += read;
      if (total > left) {
        throw new IOException("it inflates to more than is read of nested archives");
      }
      if (keepsAll || out.size() <= kept && kept > 0) {
        out.write(chunk, 0, read);
      }
    }
    return out.toByteArray();
  }
}
