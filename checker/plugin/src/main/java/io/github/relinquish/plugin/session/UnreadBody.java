package io.github.relinquish.plugin.session;

import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Program;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells of a body that could not be read with the name and the place that its author knows. */
final class UnreadBody {
  private static final Pattern TROUBLE = Pattern.compile("([^#]*)#(?:([^(:]+)(\\([^)]*\\)[^:]*))?: .*", Pattern.DOTALL);

  private UnreadBody() {}

  /**
   * The note about it.
   *
   * @param trouble {@code owner#name(...): why}, or {@code owner#: why} for a whole class; why is about our libraries and helps nobody else
   * @param file of the unit that was judged, for a body of which no place is known
   */
  static Note note(String trouble, Program program, String file) {
    Matcher parts = TROUBLE.matcher(trouble);
    if (!parts.matches()) {
      return new Note(Note.Kind.NOT_JUDGED, Site.ofLine(file, 1), AnalysisSession.UNREAD + trouble);
    }
    String owner = parts.group(1);
    String name = parts.group(2) == null ? "" : parts.group(2);
    Optional<Site> site = name.isEmpty() ? Optional.empty()
        : program.shapeOf(owner).flatMap(shape -> shape.method(new MethodKey(owner, name, parts.group(3)))).map(MethodShape::site);
    String shown = name.isEmpty() || name.startsWith("<") ? ClassNames.simple(owner) : ClassNames.simple(owner) + "." + name + "()";
    return new Note(Note.Kind.NOT_JUDGED, site.filter(at -> at.line() > 0).orElse(Site.ofLine(file, 1)), AnalysisSession.UNREAD + shown);
  }
}
