package io.github.relinquish.tools.lsp.compile;

import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says once of a file which of its methods were not judged: a library that is missing would else fill the editor. */
final class Unread {
  private static final Pattern BODY = Pattern.compile("([^#]*)#([^(:]*).*", Pattern.DOTALL);
  private static final int MOST_NAMES = 5;

  private Unread() {}

  /**
   * @param bodies {@code owner#name(...): why} each, of any file
   * @param classes names of those in the file
   */
  static Optional<Note> of(List<String> bodies, List<String> classes, Path file) {
    Set<String> names = new TreeSet<>();
    for (String body : bodies) {
      Matcher parts = BODY.matcher(body);
      if (parts.matches() && classes.contains(parts.group(1))) {
        names.add(parts.group(2).startsWith("<") || parts.group(2).isEmpty() ? ClassNames.simple(parts.group(1)) : parts.group(2));
      }
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
    return Optional.of(new Note(Note.Kind.NOT_JUDGED, Site.ofLine(file.toString(), 1),
        "not judged, because something in it is unknown to the compiler: "
            + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + more));
  }
}
