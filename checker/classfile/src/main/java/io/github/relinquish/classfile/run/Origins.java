package io.github.relinquish.classfile.run;

import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells findings of which archive they are, where more than one was judged: the place of a finding in a class file is that of its source, which
 * is the same whatever jar the class lies in.
 */
final class Origins {
  private static final String INTO = "!/";

  private final List<Path> roots;
  private final ClassFileProgram program;

  Origins(List<Path> roots, ClassFileProgram program) {
    this.roots = roots;
    this.program = program;
  }

  /** The finding with the archive behind its sentence, {@code (in app.war!/WEB-INF/classes.jar)}; unchanged where there is no doubt. */
  Finding told(Finding it) {
    String place = program.placeOf(it.method().owner()).orElse("");
    int end = place.lastIndexOf(INTO);
    if (end < 0 || roots.size() == 1 && place.substring(0, end).equals(roots.get(0).toString())) {
      return it;
    }
    String archive = place.substring(0, end);
    int outer = archive.indexOf(INTO) < 0 ? archive.length() : archive.indexOf(INTO);
    String shown = archive.substring(archive.replace('\\', '/').lastIndexOf('/', outer - 1) + 1);
    return new Finding(it.rule(), it.severity(), it.confidence(), it.site(), it.method(), it.kind(), it.message() + " (in " + shown + ")", it.witness(),
        it.beliefs(), it.fingerprint(), it.repairs());
  }
}
