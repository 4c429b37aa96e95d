package io.github.relinquish.tools.cli;

import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.tools.run.SarifReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reports that builds left behind, as one. A report that is missing or broken makes the whole incomplete. */
final class Reports {
  private static final int DEEPEST = 32;

  private Reports() {}

  static Report read(List<Path> filesAndFolders) {
    Report all = Report.EMPTY;
    for (Path path : filesAndFolders) {
      if (!Files.isDirectory(path)) {
        all = all.and(one(path));
        continue;
      }
      List<Path> files = below(path);
      if (files.isEmpty()) {
        all = all.and(gap("there is no report in " + path));
      }
      for (Path file : files) {
        all = all.and(one(file));
      }
    }
    return all;
  }

  private static Report one(Path file) {
    if (!Files.isRegularFile(file)) {
      return gap("there is no report " + file);
    }
    try {
      return SarifReader.read(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      return gap("the report " + file + " cannot be read: " + e.getMessage());
    }
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.find(folder, DEEPEST, (file, facts) -> facts.isRegularFile() && file.toString().endsWith(".sarif"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new Misuse("cannot read " + folder + ": " + e);
    }
  }

  private static Report gap(String text) {
    return Report.of(List.of(), List.of(Note.notJudged(text)));
  }
}
