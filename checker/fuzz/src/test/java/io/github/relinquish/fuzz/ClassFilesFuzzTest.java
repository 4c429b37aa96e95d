package io.github.relinquish.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.data.ShippedProtocols;
import io.github.relinquish.core.judge.Judge;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.RowTable;
import io.github.relinquish.core.summary.Summaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Class files: read, lowered and judged. */
class ClassFilesFuzzTest {
  private static final Protocols PROTOCOLS = ShippedProtocols.load();
  private static final byte[][] CLASSES = {
      Edited.resource("Subjects.class"), Edited.resource("Subjects$Owner.class"), Edited.resource("Subjects$Shape.class"),
      Edited.resource("/io/github/relinquish/core/state/Range.class"), Edited.resource("/io/github/relinquish/core/graph/Relation.class")};

  private final Path folder;
  private final Path file;

  ClassFilesFuzzTest() throws IOException {
    folder = Files.createTempDirectory("relinquish-fuzz");
    file = folder.resolve("Fuzz.class");
  }

  @FuzzTest(maxDuration = Edited.DURATION)
  void anyBytesAreReadOrNoted(FuzzedDataProvider data) throws IOException {
    boolean isJudged = data.consumeInt(0, 3) == 0;
    Files.write(file, Edited.one(data, CLASSES));
    try (ClassFileProgram program = ClassFileProgram.open(List.of(folder), List.of())) {
      Hierarchy hierarchy = new Hierarchy(program);
      RowTable rows = new RowTable(PROTOCOLS, hierarchy, new AnnotationTable(PROTOCOLS, hierarchy));
      Judge judge = new Judge(new Summaries(program, rows, hierarchy, false));
      for (String name : program.runClasses()) {
        program.shapeOf(name).ifPresent(shape -> {
          shape.methods().stream().map(MethodShape::key).forEach(program::bodyOf);
          if (isJudged) {
            judge.findingsIn(shape);
          }
        });
      }
    }
  }
}
