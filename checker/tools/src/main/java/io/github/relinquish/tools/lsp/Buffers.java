package io.github.relinquish.tools.lsp;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** The texts that the editor shows, saved or not. */
final class Buffers {
  private static final Pattern LOCAL = Pattern.compile("^file://localhost/");
  private static final String UNSAFE = "<>\"{}|\\^`[]";

  private final Map<Path, Buffer> open = new TreeMap<>();

  /**
   * One text.
   *
   * @param uri as the editor spells it
   * @param language as the editor calls it
   */
  record Buffer(String uri, Path path, String language, int version, String text) {
    Lines lines() {
      return new Lines(text);
    }
  }

  /** The file of a document; empty where it is none on a disk. */
  static Optional<Path> pathOf(String uri) {
    try {
      URI parsed = URI.create(LOCAL.matcher(escaped(uri)).replaceFirst("file:///"));
      return "file".equals(parsed.getScheme()) ? Optional.of(Path.of(parsed).toAbsolutePath().normalize()) : Optional.empty();
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
      return Optional.empty();                    // untitled documents and the like are nobody's file
    }
  }

  /** Some editors leave blanks and the like as they are. */
  private static String escaped(String uri) {
    StringBuilder escaped = new StringBuilder();
    uri.chars().forEach(c -> escaped.append(c <= ' ' || UNSAFE.indexOf(c) >= 0 ? String.format("%%%02X", c) : String.valueOf((char) c)));
    return escaped.toString();
  }

  synchronized void open(String uri, Path path, String language, int version, String text) {
    open.put(path, new Buffer(uri, path, language, version, text));
  }

  synchronized void change(Path path, int version, List<TextDocumentContentChangeEvent> changes) {
    Buffer old = open.get(path);
    if (old == null) {
      return;
    }
    String text = old.text();
    for (TextDocumentContentChangeEvent change : changes) {
      text = changed(text, change);
    }
    open.put(path, new Buffer(old.uri(), path, old.language(), version, text));
  }

  private static String changed(String text, TextDocumentContentChangeEvent change) {
    if (change.getRange() == null) {
      return change.getText();
    }
    Lines lines = new Lines(text);
    int from = lines.offset(change.getRange().getStart());
    int to = Math.max(from, lines.offset(change.getRange().getEnd()));
    return text.substring(0, from) + change.getText() + text.substring(to);
  }

  synchronized void close(Path path) {
    open.remove(path);
  }

  synchronized Optional<Buffer> at(Path path) {
    return Optional.ofNullable(open.get(path));
  }

  synchronized Optional<Buffer> at(String uri) {
    return pathOf(uri).map(open::get);
  }

  synchronized Map<Path, Buffer> all() {
    return Collections.unmodifiableMap(new TreeMap<>(open));
  }

  /** Texts of the open Java sources. */
  synchronized Map<Path, String> java() {
    Map<Path, String> texts = new TreeMap<>();
    open.forEach((path, buffer) -> {
      if (path.toString().endsWith(".java")) {
        texts.put(path, buffer.text());
      }
    });
    return texts;
  }
}
