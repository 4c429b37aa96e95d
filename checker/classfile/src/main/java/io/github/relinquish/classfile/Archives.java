package io.github.relinquish.classfile;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;

/**
 * The classes in folders, jars, wars and the jars inside these. Nothing is unpacked to disk; what cannot or must not be
 * read is noted and the rest is read. Jars stay open until {@link #close()}.
 */
public final class Archives implements ClassBytes, AutoCloseable {
  private static final int FOLDER_DEPTH = 100;

  private final ArchiveLimits limits;
  private final Notes notes;
  private final List<ClassEntry> classes = new ArrayList<>();
  private final Map<String, ClassEntry> byName = new HashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final List<ZipFile> open = new ArrayList<>();

  private Archives(ArchiveLimits limits) {
    this.limits = limits;
    this.notes = new Notes(limits.notes());
  }

  /** Everything under {@code places}: archives inside of folders and of archives too. */
  public static Archives under(List<Path> places, ArchiveLimits limits) {
    Archives archives = new Archives(limits);
    places.forEach(place -> archives.add(place, true));
    archives.index();
    return archives;
  }

  /** What a class loader would find on a class path: archives in folders and in archives do not count. */
  public static Archives onClassPath(List<Path> places, ArchiveLimits limits) {
    Archives archives = new Archives(
        new ArchiveLimits(limits.entries(), limits.classBytes(), limits.nestedBytes(), limits.ratio(), 0, limits.notes()));
    places.forEach(place -> archives.add(place, false));
    archives.index();
    return archives;
  }

  /** Classes place by place in the order given, sorted by name within one. */
  public List<ClassEntry> classes() {
    return List.copyOf(classes);
  }

  /** What was left out so far. */
  public List<Note> notes() {
    return notes.list();
  }

  /** The first class of that name, as a class loader would find it. */
  @Override public Optional<byte[]> find(String binaryName) {
    return entry(binaryName).flatMap(this::read);
  }

  Optional<ClassEntry> entry(String binaryName) {
    return Optional.ofNullable(byName.get(binaryName));
  }

  /** The bytes of an entry; where they cannot be read that is noted. */
  Optional<byte[]> read(ClassEntry entry) {
    reads.incrementAndGet();
    try {
      return Optional.of(entry.bytes());
    } catch (IOException | IllegalStateException e) {
      // A closed ZipFile answers with IllegalStateException.
      notes.add(entry.place(), "cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** How many times bytes were asked for so far. */
  int reads() {
    return reads.get();
  }

  /** The same, for those who note troubles themselves. */
  byte[] bytesOf(ClassEntry entry) throws IOException {
    reads.incrementAndGet();
    return entry.bytes();
  }

  @Override public void close() throws IOException {
    for (ZipFile zip : open) {
      zip.close();
    }
  }

  private void index() {
    classes.forEach(entry -> byName.putIfAbsent(entry.binaryName(), entry));
  }

  private void add(Path place, boolean withArchives) {
    int before = classes.size();
    if (Files.isDirectory(place)) {
      addFolder(place, withArchives);
    } else if (!Files.isRegularFile(place)) {
      notes.add(place.toString(), "does not exist");
    } else if (place.toString().endsWith(".class")) {
      String file = String.valueOf(place.getFileName());
      EntryNames.classAt(file).ifPresent(name -> addFile(name, place));
    } else {
      addArchive(place, false);
    }
    Collections.sort(classes.subList(before, classes.size()));
  }

  private void addFile(String name, Path file) {
    classes.add(new ClassEntry(name, file.toString(), false, () -> {
      long size = Files.size(file);
      if (size > limits.classBytes()) {
        throw new IOException("class file of " + size + " bytes");
      }
      return Files.readAllBytes(file);
    }));
  }

  private void addArchive(Path file, boolean isBundled) {
    try {
      ZipFile zip = new ZipFile(file.toFile());
      open.add(zip);
      new ArchiveWalk(limits, notes, classes).walk(file.toString(), zip, isBundled);
    } catch (IOException | IllegalArgumentException e) {
      // ZipFile refuses names in broken encodings with IllegalArgumentException.
      notes.add(file.toString(), "is not a readable archive: " + e.getMessage());
    }
  }

  private void addFolder(Path folder, boolean withArchives) {
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), FOLDER_DEPTH, new FolderWalk(folder, withArchives));
    } catch (IOException e) {
      notes.add(folder.toString(), "cannot be walked: " + e.getMessage());
    }
  }

  private final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final boolean withArchives;
    private int entries;

    FolderWalk(Path folder, boolean withArchives) {
      this.folder = folder;
      this.withArchives = withArchives;
    }

    @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (entries++ >= limits.entries()) {
        notes.add(folder.toString(), "has more than " + limits.entries() + " files");
        return FileVisitResult.TERMINATE;
      }
      String relative = folder.relativize(file).toString().replace('\\', '/');
      EntryNames.classAt(relative).ifPresent(name -> addFile(name, file));
      if (withArchives && EntryNames.isArchive(relative) && attributes.isRegularFile()) {
        addArchive(file, EntryNames.isInLibraryFolder(relative));
      }
      return FileVisitResult.CONTINUE;
    }

    /** Also told of links that lead in a circle. */
    @Override public FileVisitResult visitFileFailed(Path file, IOException e) {
      notes.add(file.toString(), "cannot be read: " + e);
      return FileVisitResult.CONTINUE;
    }
  }
}
