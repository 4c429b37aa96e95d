package io.github.relinquish.tools.run;

import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.graph.Site;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Puts javac's errors into a note a file. */
final class CompileErrors {
  private CompileErrors() {}

  static Note note(String file, List<Diagnostic<? extends JavaFileObject>> errors) {
    Diagnostic<? extends JavaFileObject> first = errors.get(0);
    String said = first.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    String more = errors.size() == 1 ? "" : " and " + (errors.size() - 1) + " more";
    if (file.isEmpty()) {
      return Note.notJudged("the compiler says: " + said + more);
    }
    Site site = Site.ofLine(file, (int) Math.max(1, first.getLineNumber()));
    return new Note(Note.Kind.NOT_JUDGED, site, "this does not compile, so what rests on it was not judged: " + said + more);
  }
}
