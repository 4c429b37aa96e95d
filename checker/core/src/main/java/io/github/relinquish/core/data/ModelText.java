package io.github.relinquish.core.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A protocol file of a user or a library that is not read yet.
 *
 * @param name as problems cite it
 * @param text what stands in it
 */
public record ModelText(String name, String text) {
  private static final long LARGEST = 4L << 20;

  public ModelText {
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
  }

  /**
   * Reads a file.
   *
   * @throws IOException where it is missing, no file, unreadable or too large for a file of rows; the message is one sentence
   */
  public static ModelText of(String name, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(Files.exists(file) ? "it is no file" : "there is no such file");
    }
    if (Files.size(file) > LARGEST) {
      throw new IOException("it is too large for a file of rows");
    }
    try {
      // Broken UTF-8 becomes characters that no row may hold, and is then a problem with a place.
      return new ModelText(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException("it cannot be read: " + e, e);
    }
  }
}
