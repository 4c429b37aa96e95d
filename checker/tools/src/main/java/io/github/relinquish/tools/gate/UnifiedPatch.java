package io.github.relinquish.tools.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads unified patches as git and diff write them. Text is one char for each byte, so that no encoding is guessed. */
final class UnifiedPatch {
  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*", Pattern.DOTALL);
  private static final String NOTHING = "/dev/null";

  private final List<String> lines;
  private final List<FilePatch> files = new ArrayList<>();
  private int at;

  private UnifiedPatch(String text) {
    this.lines = List.of(text.split("\n", -1));
  }

  /**
   * The files of a patch.
   *
   * @throws IllegalArgumentException with the line, where it is not one
   */
  static List<FilePatch> parse(String text) {
    UnifiedPatch patch = new UnifiedPatch(text);
    String renamedFrom = "";
    while (patch.at < patch.lines.size()) {
      String line = patch.lines.get(patch.at);
      if (line.startsWith("--- ") && patch.at + 1 < patch.lines.size() && patch.lines.get(patch.at + 1).startsWith("+++ ")) {
        patch.file();
        continue;
      }
      if (line.startsWith("@@ ")) {
        throw patch.wrong("a hunk without a file");
      }
      if (line.startsWith("rename from ")) {
        renamedFrom = unquoted(line.substring("rename from ".length()));
      } else if (line.startsWith("rename to ") && !patch.namesFileNext()) {
        patch.files.add(new FilePatch(renamedFrom, unquoted(line.substring("rename to ".length())), List.of()));
      }
      patch.at++;
    }
    return patch.files;
  }

  /** A rename with changes is named again by its {@code ---} line. */
  private boolean namesFileNext() {
    for (int i = at + 1; i < lines.size() && !lines.get(i).startsWith("diff "); i++) {
      if (lines.get(i).startsWith("--- ")) {
        return true;
      }
    }
    return false;
  }

  private void file() {
    String before = path(lines.get(at++).substring(4));
    String after = path(lines.get(at++).substring(4));
    List<Hunk> hunks = new ArrayList<>();
    while (at < lines.size()) {
      Matcher hunk = HUNK.matcher(lines.get(at));
      if (!hunk.matches()) {
        break;
      }
      at++;
      hunks.add(hunk(hunk));
    }
    files.add(new FilePatch(before, after, hunks));
  }

  private Hunk hunk(Matcher header) {
    int left = count(header.group(2));
    int right = count(header.group(4));
    // With no lines on the new side the number names the line in front of the gap.
    int start = Integer.parseInt(header.group(3)) - (right == 0 ? 0 : 1);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    while (before.size() < left || after.size() < right) {
      String line = at < lines.size() ? lines.get(at) : "@";
      char mark = line.isEmpty() ? ' ' : line.charAt(0);
      String text = line.isEmpty() ? "" : line.substring(1);
      if (mark != ' ' && mark != '-' && mark != '+' && mark != '\\') {
        throw wrong("a hunk that ends too early");
      }
      at++;
      if (mark == ' ' || mark == '-') {
        before.add(text);
      }
      if (mark == ' ' || mark == '+') {
        after.add(text);
      }
    }
    while (at < lines.size() && lines.get(at).startsWith("\\")) {
      at++;
    }
    return new Hunk(start, before, after);
  }

  private static int count(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  private static String path(String header) {
    String name = unquoted(header.contains("\t") && !header.startsWith("\"") ? header.substring(0, header.indexOf('\t')) : header).stripTrailing();
    if (name.equals(NOTHING)) {
      return "";
    }
    return name.startsWith("a/") || name.startsWith("b/") ? name.substring(2) : name;
  }

  /** git quotes names as C does, with octal bytes. */
  private static String unquoted(String name) {
    String trimmed = name.stripTrailing();
    if (!trimmed.startsWith("\"") || !trimmed.endsWith("\"") || trimmed.length() < 2) {
      return utf8(name);
    }
    StringBuilder bytes = new StringBuilder();
    for (int i = 1; i < trimmed.length() - 1; i++) {
      char c = trimmed.charAt(i);
      if (c != '\\') {
        bytes.append(c);
        continue;
      }
      char next = trimmed.charAt(++i);
      if (next >= '0' && next <= '3' && i + 2 < trimmed.length() - 1) {
        bytes.append((char) Integer.parseInt(trimmed.substring(i, i + 3), 8));
        i += 2;
      } else {
        bytes.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
      }
    }
    return utf8(bytes.toString());
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("not a unified patch: " + what + " at line " + (at + 1));
  }
}
