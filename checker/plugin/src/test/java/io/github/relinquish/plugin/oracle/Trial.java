package io.github.relinquish.plugin.oracle;

import io.github.relinquish.plugin.oracle.api.Env;
import io.github.relinquish.plugin.oracle.api.Handle;
import io.github.relinquish.plugin.oracle.api.Sec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles, runs and judges programs in a folder of its own. */
final class Trial implements AutoCloseable {
  private static final Pattern CALL = Pattern.compile("\\w\\(");

  /** What came out for one program. */
  record Result(String text, Runs.Outcome outcome, Judged judged) {
    Set<Event> truth() {
      return outcome.truth();
    }

    List<Difference> differences() {
      List<String> lines = text.lines().toList();
      Set<Event> told = truth().stream().map(e -> e.alsoAtHeads(lines)).collect(Collectors.toCollection(LinkedHashSet::new));
      return Difference.between(told, judged).stream().filter(d -> d.isMiss() || !isNeverReached(d.line())).toList();
    }

    /** Runs say nothing of a call that none of them makes. */
    private boolean isNeverReached(int line) {
      return CALL.matcher(text.lines().toList().get(line - 1)).find() && !outcome.reached().contains(line);
    }
  }

  private final Path api;
  private final Path output;
  private final StandardJavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);

  Trial(Path folder) throws IOException {
    api = Files.createDirectories(folder.resolve("api"));
    output = Files.createDirectories(folder.resolve("out"));
    for (Class<?> type : List.of(Env.class, Sec.class, Handle.class)) {
      String name = type.getName().replace('.', '/') + ".class";
      Files.createDirectories(api.resolve(name).getParent());
      try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
        Files.write(api.resolve(name), in.readAllBytes());
      }
    }
  }

  /** Empty where the program does not compile or has too many inputs. */
  Optional<Result> of(Stmt program) throws IOException {
    empty();
    Optional<Judged> judged = Judged.of(program.text(), api, output, files);
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    return Runs.all(output).map(outcome -> new Result(program.text(), outcome, judged.get()));
  }

  private void empty() throws IOException {
    try (Stream<Path> old = Files.walk(output)) {
      for (Path path : old.sorted(Comparator.reverseOrder()).filter(p -> !p.equals(output)).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override public void close() throws IOException {
    files.close();
  }
}
