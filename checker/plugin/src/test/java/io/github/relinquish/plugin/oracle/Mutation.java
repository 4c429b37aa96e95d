package io.github.relinquish.plugin.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Mistakes: a statement less, a statement twice, a block without its condition, two statements in the wrong order. */
final class Mutation {
  /** Without declarations and last returns few programs compile; a method that declares what it no longer throws is another matter. */
  private static final Pattern KEPT =
      Pattern.compile("^(static|private|public|interface|Box|void)|^[A-Z][\\w<>, ]* \\w+ = |^(int|boolean) |^return (made|sec|m|value|retry)|^case|^protected|^T "
          + "|^throw new IOException.\"(status|own|task|box)");

  private Mutation() {}

  /** With none, one or two mistakes. */
  static Stmt some(Stmt program, SplittableRandom random) {
    Stmt mutated = program;
    for (int count = random.nextInt(3); count > 0; count--) {
      mutated = one(mutated, random);
    }
    return mutated;
  }

  private static Stmt one(Stmt program, SplittableRandom random) {
    List<Stmt> all = program.below().stream().filter(s -> !KEPT.matcher(s.text()).find()).toList();
    Stmt victim = all.get(random.nextInt(all.size()));
    return switch (random.nextInt(4)) {
      case 0, 1 -> program.replace(victim, victim.isLine() ? List.of() : hoisted(victim));
      case 2 -> victim.isLine() ? program.replace(victim, List.of(victim, victim)) : program.replace(victim, hoisted(victim));
      default -> {
        Stmt other = all.get(random.nextInt(all.size()));
        boolean isApart = !victim.below().contains(other) && !other.below().contains(victim) && victim.isLine();
        yield isApart ? program.replace(victim, List.of()).replace(other, List.of(other, victim)) : program;
      }
    };
  }

  /** What stands in the braces of a statement, without the statement. */
  static List<Stmt> hoisted(Stmt stmt) {
    List<Stmt> inner = new ArrayList<>();
    stmt.parts().forEach(p -> inner.addAll(p.body()));
    return inner;
  }
}
