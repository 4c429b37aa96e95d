package io.github.relinquish.classfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the path of an entry, with forward slashes, says about it. */
final class EntryNames {
  private static final List<String> CLASS_FOLDERS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");
  private static final List<String> ARCHIVES = List.of(".jar", ".war", ".ear");
  private static final String SUFFIX = ".class";

  private EntryNames() {}

  /** Whether the path stays where it is: no absolute path, no drive, no way up. */
  static boolean isSafe(String path) {
    return !path.startsWith("/") && path.indexOf('\\') < 0 && path.indexOf(':') < 0 && path.indexOf('\0') < 0
        && Arrays.stream(path.split("/")).noneMatch(".."::equals);
  }

  /**
   * Binary name of the class at this path. Descriptors of modules and packages are no classes for us, and copies of a
   * class for other Java versions ({@code META-INF/versions}) would only hide the one that is common to all.
   */
  static Optional<String> classAt(String path) {
    if (!path.endsWith(SUFFIX) || path.startsWith("META-INF/") || path.contains("/META-INF/")) {
      return Optional.empty();
    }
    String name = path.substring(0, path.length() - SUFFIX.length());
    for (String folder : CLASS_FOLDERS) {
      if (name.startsWith(folder)) {
        name = name.substring(folder.length());
      }
    }
    String simple = name.substring(name.lastIndexOf('/') + 1);
    boolean isDescriptor = simple.equals("module-info") || simple.equals("package-info");
    return isDescriptor || simple.isEmpty() ? Optional.empty() : Optional.of(name.replace('/', '.'));
  }

  static boolean isArchive(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(lower::endsWith);
  }

  /** Whether an application keeps libraries of others here: {@code WEB-INF/lib/}, {@code BOOT-INF/lib/}, {@code lib/}. */
  static boolean isInLibraryFolder(String path) {
    return ("/" + path).contains("/lib/");
  }
}
