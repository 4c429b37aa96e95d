package io.github.relinquish.plugin.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The differences that have a reason: lines {@code misses|invents Rule construct -> reason} of {@code oracle-known.txt}. A {@code *}
 * stands for any rule, {@code with:construct} for one anywhere in the program, {@code in:method} for what happened in a method that {@code top} calls;
 * {@code &} asks for both.
 */
final class Known {
  private static final String ANYWHERE = "with:";
  private static final String INSIDE = "in:method";

  private record Line(String verb, String rule, String construct) {
    boolean covers(Difference difference, String tag, List<String> tags) {
      boolean isThere = List.of(construct.split("&")).stream().allMatch(c -> c.startsWith(ANYWHERE) ? tags.contains(c.substring(ANYWHERE.length()))
          : c.equals(INSIDE) ? difference.isInside() : c.equals(tag));
      return isThere && verb.equals(difference.isMiss() ? "misses" : "invents") && (rule.equals("*") || rule.equals(difference.rule()));
    }
  }

  private final List<Line> lines = new ArrayList<>();

  static Known read(Path file) throws IOException {
    Known known = new Known();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.substring(0, line.indexOf(" -> ")).split(" ", 3);
        known.lines.add(new Line(words[0], words[1], words[2]));
      }
    }
    return known;
  }

  /** @param tag the construct of the line it is about; {@code tags} those of the whole program */
  boolean covers(Difference difference, String tag, List<String> tags) {
    return lines.stream().anyMatch(l -> l.covers(difference, tag, tags));
  }
}
