package io.github.relinquish.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Protocol files that libraries ship: {@code META-INF/relinquish/*.yaml} in the folders and jars of a class path.
 *
 * <p>A jar is asked for the folder's own entry, or for {@code index.txt} in it (which may be empty) where whoever packed it wrote no
 * entries for folders; only a jar that has one of them is read through.
 */
public final class ModelsOnPath {
  private static final String FOLDER = "META-INF/relinquish";
  private static final String INDEX = FOLDER + "/index.txt";
  private static final String ENDING = ".yaml";
  private static final int LARGEST = 4 << 20;

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
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      if (zip.getEntry(FOLDER) == null && zip.getEntry(INDEX) == null) {
        return;
      }
      Map<String, ZipEntry> entries = new TreeMap<>();
      zip.stream().filter(e -> isModel(e.getName())).forEach(e -> entries.put(e.getName(), e));
      for (ZipEntry entry : entries.values()) {
        add(new ModelText(archive + "!/" + entry.getName(), text(zip, entry)));
      }
    }
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
