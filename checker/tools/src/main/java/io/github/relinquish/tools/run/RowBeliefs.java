package io.github.relinquish.tools.run;

import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.data.RowWriter;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.InferredRows;
import io.github.relinquish.core.summary.RowTable;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.plugin.session.RowsInForce;
import io.github.relinquish.tools.javac.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is believed of methods: the rows about them, else what their bodies amount to. */
final class RowBeliefs implements Beliefs {
  @Override public List<String> of(Request request, String method) {
    Subject subject = Subject.of(method);
    RowsInForce inForce = RowsInForce.of(request.settings(), request.classPath());
    Protocols protocols = inForce.protocols();
    Set<Row> rows = new LinkedHashSet<>();
    List<String> silent = new ArrayList<>();
    Inputs inputs = Inputs.of(request.paths());
    List<Path> classPath = new ArrayList<>(request.classPath());
    classPath.addAll(inputs.classRoots());
    new JavacRun(classPath, new Rules(request.settings(), inForce), Progress.NONE).look(inputs.sources(),
        (summaries, classes) -> look(summaries, classes, subject, rows, silent));
    if (!inputs.classRoots().isEmpty()) {
      look(inputs.classRoots(), request, protocols, subject, rows, silent);
    }
    protocols.rowsNamed(subject.name()).stream().filter(subject::fits).forEach(rows::add);
    return print(rows, silent);
  }

  private static void look(List<Path> roots, Request request, Protocols protocols, Subject subject, Set<Row> rows, List<String> silent) {
    try (ClassFileProgram program = ClassFileProgram.open(roots, request.classPath())) {
      Hierarchy hierarchy = new Hierarchy(program);
      Summaries summaries = new Summaries(program, new RowTable(protocols, hierarchy, new AnnotationTable(protocols, hierarchy)), hierarchy,
          request.settings().isStrict());
      look(summaries, program.runClasses(), subject, rows, silent);
    } catch (IOException e) {
      throw new NotAvailable("the class files cannot be read: " + e);
    }
  }

  /** Rows win over bodies, here as in a judgement. */
  private static void look(Summaries summaries, List<String> classes, Subject subject, Set<Row> rows, List<String> silent) {
    InferredRows inferred = new InferredRows(summaries);
    for (String name : new TreeSet<>(classes)) {
      ClassShape shape = summaries.program().shapeOf(name).filter(s -> subject.isOwner(s.name())).orElse(null);
      for (MethodShape method : shape == null ? List.<MethodShape>of() : shape.methods()) {
        MethodKey key = method.key();
        if (key.name().equals(subject.name()) && !key.name().startsWith("lambda$")) {
          List<Row> written = summaries.rows().rowsFor(key, "");
          rows.addAll(written.isEmpty() ? inferred.of(key).map(List::of).orElse(List.of()) : written);
          if (written.isEmpty() && inferred.of(key).isEmpty()) {
            silent.add("# " + key + ": nothing that it is called with begins, ends or is kept there");
          }
        }
      }
    }
  }

  private static List<String> print(Set<Row> rows, List<String> silent) {
    List<String> lines = new ArrayList<>(silent);
    if (!rows.isEmpty()) {
      lines.add("api: explained");
      lines.add("source: \"relinquish explain\"");
      lines.add("calls:");
    }
    for (Row row : rows) {
      lines.add("  # " + row.file() + ":" + row.line());
      RowWriter.text(row).lines().forEach(lines::add);
    }
    return lines;
  }

  /** A method as it was asked for: {@code com.acme.Peer#open}, {@code Peer#open(int)} or {@code open}. */
  private record Subject(String owner, String name) {
    static Subject of(String method) {
      int hash = method.indexOf('#');
      return new Subject(hash < 0 ? "" : method.substring(0, hash), method.substring(hash + 1).replaceFirst("[(/].*", ""));
    }

    boolean isOwner(String type) {
      return owner.isEmpty() || type.equals(owner) || type.endsWith("." + owner) || type.endsWith("$" + owner);
    }

    boolean fits(Row row) {
      return row.call().matchesByName() || isOwner(row.call().owner());
    }
  }
}
