package io.github.relinquish.tools.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Requests that wait for an answer about a file. */
final class Waiters {
  private final List<Waiter> all = new ArrayList<>();

  private record Waiter(Path file, CompletableFuture<Void> done) {}

  /** One more; whoever asks may cancel it. */
  synchronized CompletableFuture<Void> of(Path file) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    all.add(new Waiter(file, done));
    return done;
  }

  /** Those for such files, which wait no longer; whoever takes them completes them. */
  synchronized List<CompletableFuture<Void>> take(Predicate<Path> isReady) {
    all.removeIf(w -> w.done().isDone());
    List<Waiter> ready = all.stream().filter(w -> isReady.test(w.file())).toList();
    all.removeAll(ready);
    return ready.stream().map(Waiter::done).toList();
  }
}
