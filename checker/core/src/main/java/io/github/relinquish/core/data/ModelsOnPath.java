package io.github.relinquish.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Protocol files that libraries ship: {@code META-INF/relinquish/*.yaml} in the folders and jars of a class path.
 *
 * <p>Every javac run asks every jar, so only the names in a jar's directory are looked at; opening a jar as an archive takes ten times as
 * long, and few have such a folder.
 */
public final class ModelsOnPath {
  private static final String FOLDER = "META-INF/relinquish";
  private static final String ENDING = ".yaml";
  private static final int LARGEST = 4 << 20;
  private static final byte[] PREFIX = (FOLDER + "/").getBytes(StandardCharsets.US_ASCII);
  private static final int END = 22;
  private static final long END_SIGNATURE = 0x06054b50;
  private static final int ENTRY = 46;

  private final Map<String, ModelText> found = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private ModelsOnPath() {}

  /** Looks through a class path, in its order. */
  public static ModelsOnPath in(List<Path> classPath) {
    ModelsOnPath models = new ModelsOnPath();
    // A later file wins over an earlier one, and of two class path entries the first shall win.
    for (int i = classPath.size() - 1; i >= 0; i--) {
      models.look(classPath.get(i));
    }
    return models;
  }

  /** The files, those that shall win last; a file that is there twice with the same text, only once. */
  public List<ModelText> texts() {
    return List.copyOf(found.values());
  }

  /** What could not be read, a sentence each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private void look(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        inFolder(entry.resolve(FOLDER));
      } else if (Files.isRegularFile(entry) && isArchive(entry.toString())) {
        inArchive(entry);
      }
    } catch (IOException e) {
      problems.add("the model files in " + entry + " cannot be read: " + e.getMessage());
    }
  }

  private static boolean isArchive(String name) {
    return name.endsWith(".jar") || name.endsWith(".zip");
  }

  private void inFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
      all.forEach(files::add);
    }
    files.sort(null);
    for (Path file : files) {
      add(ModelText.of(file.toString(), file));
    }
  }

  private void inArchive(Path archive) throws IOException {
    if (!mayHaveFolder(archive)) {
      return;
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Map<String, ZipEntry> entries = new TreeMap<>();
      zip.stream().filter(e -> isModel(e.getName())).forEach(e -> entries.put(e.getName(), e));
      for (ZipEntry entry : entries.values()) {
        add(new ModelText(archive + "!/" + entry.getName(), text(zip, entry)));
      }
    }
  }

  /** Looks through the names of an archive; true also where its end is not the plain one. */
  private static boolean mayHaveFolder(Path archive) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "r")) {
      long length = file.length();
      if (length < END) {
        return false;
      }
      byte[] end = read(file, length - END, END);
      long size = number(end, 12, 4);
      long from = length - END - size;
      boolean isPlain = number(end, 0, 4) == END_SIGNATURE && size < Integer.MAX_VALUE && from >= 0;
      return !isPlain || hasFolder(read(file, from, (int) size));
    }
  }

  /** Plain loops over plain bytes: this runs before anything is compiled. */
  private static boolean hasFolder(byte[] directory) {
    int at = 0;
    while (at + ENTRY <= directory.length) {
      if (directory[at] != 'P') {
        return true;
      }
      int length = (directory[at + 28] & 0xff) + ((directory[at + 29] & 0xff) << 8);
      if (length > PREFIX.length && directory[at + ENTRY] == PREFIX[0] && startsWithFolder(directory, at + ENTRY)) {
        return true;
      }
      at += ENTRY + length + (directory[at + 30] & 0xff) + ((directory[at + 31] & 0xff) << 8)
          + (directory[at + 32] & 0xff) + ((directory[at + 33] & 0xff) << 8);
    }
    return false;
  }

  private static boolean startsWithFolder(byte[] directory, int at) {
    return at + PREFIX.length <= directory.length
        && Arrays.equals(directory, at, at + PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  private static long number(byte[] bytes, int at, int count) {
    long number = 0;
    for (int i = count - 1; i >= 0; i--) {
      number = (number << 8) + (bytes[at + i] & 0xff);
    }
    return number;
  }

  private static byte[] read(RandomAccessFile file, long from, int count) throws IOException {
    byte[] bytes = new byte[count];
    file.seek(from);
    file.readFully(bytes);
    return bytes;
  }

  private static boolean isModel(String name) {
    return name.startsWith(FOLDER + "/") && name.endsWith(ENDING) && name.indexOf('/', FOLDER.length() + 1) < 0;
  }

  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream bytes = zip.getInputStream(entry)) {
      byte[] read = bytes.readNBytes(LARGEST + 1);
      if (read.length > LARGEST) {
        throw new IOException(entry.getName() + " is too large for a file of rows");
      }
      return new String(read, StandardCharsets.UTF_8);
    }
  }

  private void add(ModelText model) {
    // A library that is on the path twice must not collide with itself; the entry nearer to the front decides the place.
    found.remove(model.text());
    found.put(model.text(), model);
  }
}
