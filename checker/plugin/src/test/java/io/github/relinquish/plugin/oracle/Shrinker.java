package io.github.relinquish.plugin.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes statements out of a program while the checker goes on to make the same kind of mistake about it. */
final class Shrinker {
  private final Trial trial;

  Shrinker(Trial trial) {
    this.trial = trial;
  }

  Stmt smallest(Stmt program, Difference difference) throws IOException {
    Stmt smallest = program;
    Optional<Stmt> smaller = Optional.of(program);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      smaller = step(smallest, difference);
    }
    return smallest;
  }

  private Optional<Stmt> step(Stmt program, Difference difference) throws IOException {
    for (Stmt victim : program.below()) {
      for (List<Stmt> instead : instead(victim)) {
        Stmt candidate = program.replace(victim, instead);
        if (isPlain(candidate) && shows(candidate, difference)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static List<List<Stmt>> instead(Stmt victim) {
    if (victim.parts().get(0).head().startsWith(Generator.TOP)) {
      return List.of();
    }
    List<List<Stmt>> all = new ArrayList<>(List.of(List.of()));
    if (!victim.isLine()) {
      all.add(Mutation.hoisted(victim));
      victim.parts().forEach(p -> all.add(p.body()));
    }
    return all;
  }

  private boolean shows(Stmt program, Difference difference) throws IOException {
    return trial.of(program).filter(r -> r.differences().stream().anyMatch(d -> d.sort().equals(difference.sort()))).isPresent();
  }

  /** Handlers that nothing is known to reach are another matter, see docs/limits.md. */
  private static boolean isPlain(Stmt program) {
    return program.below().stream().filter(s -> s.parts().get(0).head().equals("try {") && s.text().contains("} catch"))
        .allMatch(s -> s.parts().get(0).body().stream().anyMatch(b -> b.text().contains("(")));
  }
}
