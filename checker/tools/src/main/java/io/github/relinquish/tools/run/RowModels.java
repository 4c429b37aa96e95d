package io.github.relinquish.tools.run;

import io.github.relinquish.core.data.Problem;
import io.github.relinquish.core.data.ProtocolFile;
import io.github.relinquish.core.data.ProtocolReader;
import io.github.relinquish.core.data.RowLint;
import io.github.relinquish.core.data.RowWriter;
import io.github.relinquish.core.data.ShippedProtocols;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shipped rows and those in files. */
final class RowModels implements Models {
  private static final long LARGEST = 4L << 20;

  @Override public List<String> lint(Path file) {
    List<Kind> kinds = new ArrayList<>();
    ShippedProtocols.files().forEach(shipped -> kinds.addAll(shipped.kinds()));
    ProtocolFile read = read(file, kinds);
    List<String> problems = new ArrayList<>();
    read.problems().forEach(problem -> problems.add(problem.toString()));
    if (read.isSound()) {
      RowLint.check(kinds, List.of(read)).forEach(problem -> problems.add(problem.toString()));
    }
    return problems;
  }

  @Override public List<String> list(List<Path> files) {
    List<ProtocolFile> all = new ArrayList<>(ShippedProtocols.files());
    List<Kind> kinds = new ArrayList<>();
    all.forEach(shipped -> kinds.addAll(shipped.kinds()));
    for (Path file : files) {
      ProtocolFile read = read(file, kinds);
      if (!read.isSound()) {
        throw new NotAvailable(read.problems().get(0).toString());
      }
      kinds.addAll(read.kinds());
      all.add(read);
    }
    List<String> lines = new ArrayList<>();
    for (ProtocolFile file : all) {
      for (Row row : file.rows()) {
        lines.add(file.name() + ":" + row.line() + ": " + oneLine(row));
      }
    }
    return lines;
  }

  /** Of files that are in force: rows that a later one about the same calls makes dead. They do no harm, and their author thinks that they count. */
  static List<String> neverAsked(List<String> files) {
    List<Kind> kinds = new ArrayList<>();
    ShippedProtocols.files().forEach(shipped -> kinds.addAll(shipped.kinds()));
    List<String> dead = new ArrayList<>();
    for (String name : files) {
      ProtocolFile read = read(Path.of(name), kinds);
      kinds.addAll(read.kinds());
      RowLint.check(kinds, List.of(read)).stream().map(Problem::toString).filter(text -> text.contains(RowLint.NEVER_ASKED)).forEach(dead::add);
    }
    return dead;
  }

  private static String oneLine(Row row) {
    String text = RowWriter.text(row).strip();
    return text.replaceFirst("^- ", "").replaceAll("\\s*\\n\\s*- ", " | ").replaceAll("\\s*\\n\\s*", "; ");
  }

  private static ProtocolFile read(Path file, List<Kind> kinds) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new NotAvailable(file + " is too large for a file of rows");
      }
      // Broken UTF-8 becomes characters that no row may hold, and is then a problem with a place.
      return new ProtocolReader(kinds).read(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new NotAvailable(file + " cannot be read: " + e);
    }
  }
}
