package io.github.relinquish.plugin.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A statement, a method or a class of a random program: heads, each with what stands in its braces, and the last brace.
 *
 * @param tag the construct it was made for
 */
record Stmt(String tag, List<Part> parts, String close) {
  /** @param head a line of code; opens a brace if anything stands in it */
  record Part(String head, List<Stmt> body) {
    Part {
      body = List.copyOf(body);
    }
  }

  Stmt {
    parts = List.copyOf(parts);
  }

  static Stmt line(String tag, String text) {
    return new Stmt(tag, List.of(new Part(text, List.of())), "");
  }

  static Stmt block(String tag, String head, List<Stmt> body) {
    return new Stmt(tag, List.of(new Part(head + " {", body)), "}");
  }

  static Stmt two(String tag, String first, List<Stmt> body, String second, List<Stmt> other) {
    return new Stmt(tag, List.of(new Part(first + " {", body), new Part("} " + second + " {", other)), "}");
  }

  boolean isLine() {
    return close.isEmpty();
  }

  /** How many statements it has, itself included. */
  int size() {
    return 1 + parts.stream().flatMap(p -> p.body().stream()).mapToInt(Stmt::size).sum();
  }

  /** The program without comments, one head a line; {@code tags} gets the tag of each line. */
  void print(String indent, List<String> lines, List<String> tags) {
    for (Part part : parts) {
      lines.add(indent + part.head());
      tags.add(tag);
      part.body().forEach(s -> s.print(indent + "  ", lines, tags));
    }
    if (!isLine()) {
      lines.add(indent + close);
      tags.add(tag);
    }
  }

  String text() {
    List<String> lines = new ArrayList<>();
    print("", lines, new ArrayList<>());
    return String.join("\n", lines) + "\n";
  }

  /** Every statement below, in the order of the text. */
  List<Stmt> below() {
    List<Stmt> all = new ArrayList<>();
    for (Part part : parts) {
      for (Stmt stmt : part.body()) {
        all.add(stmt);
        all.addAll(stmt.below());
      }
    }
    return all;
  }

  /** The same tree with {@code old}, that very object, replaced. */
  Stmt replace(Stmt old, List<Stmt> with) {
    return change(body -> {
      List<Stmt> changed = new ArrayList<>();
      for (Stmt stmt : body) {
        if (stmt == old) {
          changed.addAll(with);
        } else {
          changed.add(stmt.replace(old, with));
        }
      }
      return changed;
    });
  }

  private Stmt change(UnaryOperator<List<Stmt>> ofBody) {
    List<Part> changed = new ArrayList<>();
    for (Part part : parts) {
      changed.add(part.body().isEmpty() ? part : new Part(part.head(), ofBody.apply(part.body())));
    }
    return new Stmt(tag, changed, close);
  }
}
