package io.github.relinquish.tools.lsp;

import io.github.relinquish.tools.lsp.compile.Answer;
import io.github.relinquish.tools.lsp.project.Module;
import io.github.relinquish.tools.lsp.project.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides what is judged when. A change cancels the run that is on its way and starts another after a pause; files that the
 * cancelled run still owed are owed by the next one.
 */
final class Analyst {
  /** What the user is told of a run that takes long. */
  static final String JUDGING = "judges";

  private final Buffers buffers;
  private final Configuration configuration;
  private final Audience listener;
  private final Judging judging;
  private final ScheduledExecutorService timer;
  private final Worker worker;
  private final Workspace workspace;

  private final Set<Path> changed = new LinkedHashSet<>();
  private final Set<Path> owed = new LinkedHashSet<>();
  private final Map<Path, Judged> answers = new TreeMap<>();
  private final Waiters waiters = new Waiters();
  private final Settling settling;
  private ScheduledFuture<?> next;
  private Run current;
  private String told = "";

  Analyst(Buffers buffers, Configuration configuration, Audience listener, Judging judging, ScheduledExecutorService timer,
      Workspace workspace) {
    this.buffers = buffers;
    this.configuration = configuration;
    this.listener = listener;
    this.judging = judging;
    this.timer = timer;
    this.worker = new Worker(timer);
    this.workspace = workspace;
    this.settling = new Settling(timer, this::rebuilt);
  }

  /** The text of a file is another: it and what depends on it are judged after the pause. */
  void changed(Collection<Path> files, boolean isPatient) {
    synchronized (this) {
      changed.addAll(files);
      cancelCurrent();
    }
    schedule(isPatient ? configuration.settings().pauseMillis() : 0);
  }

  /** A file is open now; it is news only where the editor shows something else than what was judged, or was saved. */
  void opened(Path file) {
    String shown = buffers.at(file).map(Buffers.Buffer::text).orElse("");
    Optional<String> old = answerFor(file).map(Judged::text).or(() -> workspace.saved(file));
    if (old.isPresent() && !old.get().equals(shown)) {
      changed(List.of(file), false);
    } else {
      wanted(file);
    }
  }

  /** An answer for a file is wanted. */
  void wanted(Path file) {
    synchronized (this) {
      owed.add(file);
    }
    schedule(0);
  }

  /** Everything that is open is judged again. */
  void again() {
    workspace.forget();
    again(file -> true, 0);
  }

  /** Files of others changed; where they are on the class path, everything that is open is judged again after a pause. */
  void changedOutside(Collection<Path> files) {
    if (files.stream().anyMatch(workspace::isRead)) {
      again(file -> true, configuration.settings().pauseMillis());
    }
  }

  /** Everything of one project that is open is judged again. */
  void again(Path project) {
    again(file -> file.startsWith(project), 0);
  }

  private void again(Predicate<Path> which, int millis) {
    synchronized (this) {
      buffers.java().keySet().stream().filter(which).forEach(owed::add);
      cancelCurrent();
    }
    schedule(millis);
  }

  /** The class path of a module was written while it was read, and is at rest now: what was said of its files may be wrong. */
  private void rebuilt(Path root) {
    Map<Path, String> open = buffers.java();
    List<Judged> doubtful;
    synchronized (this) {
      doubtful = answers.values().stream().filter(a -> open.containsKey(a.file()) || a.answer().isDoubtful()).toList();
    }
    List<Path> files = doubtful.stream().filter(a -> workspace.moduleOf(a.file(), a.text()).root().equals(root)).map(Judged::file).toList();
    synchronized (this) {
      owed.addAll(files);
    }
    schedule(0);
  }

  synchronized Optional<Judged> answerFor(Path file) {
    return Optional.ofNullable(answers.get(file));
  }

  /** Done as soon as the answer for a file is that of its present text. */
  CompletableFuture<Void> upToDate(Path file) {
    CompletableFuture<Void> done = waiters.of(file);
    boolean isComing;
    synchronized (this) {
      isComing = Stream.of(answers.keySet(), changed, owed, current == null ? Set.of() : current.todo).anyMatch(files -> files.contains(file));
    }
    if (!isComing) {
      wanted(file);
    }
    settle();
    return done;
  }

  private synchronized boolean isOwed(Path file) {
    return !changed.isEmpty() || owed.contains(file) || current != null && current.owes(file);
  }

  private void settle() {
    List<CompletableFuture<Void>> ready;
    synchronized (this) {                         // whether an answer is owed may change at once
      ready = waiters.take(file -> answers.containsKey(file) && !isOwed(file));
    }
    ready.forEach(done -> done.complete(null));
  }

  /** Nobody will answer any more. */
  void giveUpWaiting() {
    waiters.take(file -> true).forEach(done -> done.complete(null));
  }

  private synchronized void cancelCurrent() {
    if (current != null) {
      current.isCanceled = true;
    }
  }

  private synchronized void schedule(int millis) {
    if (next != null && millis > 0) {
      next.cancel(false);
    }
    if (!timer.isShutdown()) {
      next = timer.schedule(this::start, millis, TimeUnit.MILLISECONDS);
    }
  }

  private void start() {
    Run run;
    synchronized (this) {
      if (timer.isShutdown() || worker.isBusy() || current != null || changed.isEmpty() && owed.isEmpty()) {
        return;
      }
      run = new Run(List.copyOf(changed), List.copyOf(owed));
      changed.clear();
      owed.clear();
      current = run;
    }
    if (!worker.start(run, configuration.settings().limitSeconds(), this::start)) {
      run.over(false);
      tellOnce("too many analyses hang; restart the server to go on");
      giveUpWaiting();
    }
  }

  private void tellOnce(String sentence) {
    synchronized (this) {
      if (sentence.equals(told)) {
        return;
      }
      told = sentence;
    }
    listener.alarm(sentence);
  }

  /** Nobody wants what a run is at: it is dropped, and what was there before stays until the next change. */
  private void drop(Run run) {
    synchronized (this) {
      if (current != run) {
        return;
      }
      run.isDropped = true;
      run.isCanceled = true;
    }
    giveUpWaiting();
  }

  private void judged(Judged judged) {
    synchronized (this) {
      answers.put(judged.file(), judged);
    }
    listener.judged(judged);
  }

  /** One run over one module. */
  private final class Run implements Worker.Work {
    private final List<Path> news;
    private final Set<Path> todo;
    private Map<Path, Buffers.Buffer> open = Map.of();
    private Map<Path, String> all = Map.of();
    private Progress.Work work;
    private boolean isDoubtful;
    private volatile boolean isCanceled;
    private volatile boolean isDropped;
    private final Set<Path> left = new LinkedHashSet<>();
    private final Set<Path> taken = new LinkedHashSet<>();
    private boolean isExpanded;
    private volatile Path at;

    Run(List<Path> news, List<Path> owed) {
      this.news = news;
      this.todo = new LinkedHashSet<>(news);
      this.todo.addAll(owed);
    }

    @Override public void run() {
      work = listener.begins(JUDGING, () -> drop(this));
      try {
        judge();
        over(false);
      } catch (CancellationException e) {
        over(!isDropped);                         // what is left is owed by the next run
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        work.end();
      }
    }

    private void judge() throws IOException {
      long began = System.currentTimeMillis();
      open = buffers.all();
      Path first = todo.iterator().next();
      workspace.look();
      Module module = workspace.moduleOf(first, textOf(first));
      Set<Path> others = new LinkedHashSet<>(todo);
      others.removeIf(file -> file.equals(first) || module.judges(file) && workspace.moduleOf(file, textOf(file)).equals(module));
      List<Path> mine = news.stream().filter(file -> !others.contains(file)).toList();
      synchronized (Analyst.this) {
        leave(others);
      }
      at = first;
      Gathering gathered = Gathering.of(module, buffers.java(), workspace, configuration, listener);
      all = gathered.judged();
      List<Path> classPath = gathered.sources().classPath();
      List<String> before = Stamps.of(classPath);
      List<Path> firstOfAll = new ArrayList<>(mine);
      Collections.reverse(firstOfAll);
      todo.stream().filter(file -> open.containsKey(file) && !mine.contains(file)).forEach(firstOfAll::add);
      try {
        judging.judge(gathered.sources(), gathered.rules(), () -> new Order(firstOfAll.iterator(), () -> dependants(mine, module)), () -> isCanceled, this::take);
      } catch (RuntimeException | Error e) {
        isDoubtful |= !(e instanceof CancellationException);
        throw e;
      } finally {
        if (!isCanceled) {                        // else the next run reads it again
          settling.wasRead(module.root(), classPath, before, began, isDoubtful);
        }
      }
    }

    /** What is left when the changed and the opened files are done: looking for it costs time, so it comes behind their answers. */
    private Iterator<Path> dependants(List<Path> mine, Module module) {
      Set<Path> affected = workspace.dependantsOf(mine, module, buffers.java());
      List<Path> order = new ArrayList<>();
      synchronized (Analyst.this) {
        answers.forEach((file, judged) -> {
          if (!mine.isEmpty() && module.judges(file) && judged.answer().isTelling()) {
            affected.add(file);                   // what is said of it may rest on code that it does not name
          }
        });
        affected.stream().filter(file -> !module.judges(file)).forEach(owed::add);   // another module is another run
        affected.removeIf(file -> !module.judges(file) && !mine.contains(file));
        affected.stream().filter(file -> !taken.contains(file) && (answers.containsKey(file) || all.containsKey(file))).forEach(todo::add);
        todo.stream().filter(open::containsKey).forEach(order::add);
        todo.stream().filter(file -> !open.containsKey(file)).forEach(order::add);
        isExpanded = true;
      }
      settle();
      return order.iterator();
    }

    private String textOf(Path file) {
      return open.containsKey(file) ? open.get(file).text() : "";
    }

    private int versionOf(Path file) {
      return open.containsKey(file) ? open.get(file).version() : -1;
    }

    /** Hands files of other modules to the next run. */
    private void leave(Set<Path> others) {
      left.addAll(others);
      for (Path file : others) {
        todo.remove(file);
        (news.contains(file) ? changed : owed).add(file);
      }
    }

    private void take(Path file, Answer answer) {
      if (isCanceled) {
        throw new CancellationException("superseded");
      }
      at = file;
      judged(new Judged(file, all.getOrDefault(file, textOf(file)), versionOf(file), answer));
      isDoubtful |= answer.isDoubtful();
      String reached;
      synchronized (Analyst.this) {
        todo.remove(file);
        taken.add(file);
        reached = taken.size() + " of " + (taken.size() + todo.size());
      }
      work.reached(reached);
      settle();
    }

    /** Whether an answer may still come. Until dependants are known, every file may be one. */
    private boolean owes(Path file) {
      return isExpanded ? todo.contains(file) : !taken.contains(file);
    }

    /** Ends the run; what it still owes may go to the next one. */
    void over(boolean isOwedOn) {
      synchronized (Analyst.this) {
        if (isOwedOn) {
          owed.addAll(todo);
          // Nobody has looked yet for what depends on these.
          news.stream().filter(file -> !isExpanded && !left.contains(file)).forEach(changed::add);
        }
        todo.clear();
        if (current == this) {
          current = null;
        }
      }
      settle();
    }

    @Override public void hung() {
      work.end();
      fail("gave up after " + configuration.settings().limitSeconds() + " s");
    }

    @Override public void broken(Throwable error) {
      fail("the analysis broke: " + error);
    }

    private void fail(String why) {
      Path file = at;
      isCanceled = true;
      Set<Path> unanswered;
      synchronized (Analyst.this) {
        unanswered = Set.copyOf(todo);
      }
      listener.trouble(why + (file == null ? "" : " while judging " + file.getFileName()));
      if (file != null) {
        judged(new Judged(file, textOf(file), versionOf(file), Answer.notJudged(why)));
      }
      over(false);
      List<CompletableFuture<Void>> ready;
      synchronized (Analyst.this) {               // an edit since the run began is judged by the next one
        ready = waiters.take(waited -> unanswered.contains(waited) && !changed.contains(waited) && !owed.contains(waited));
      }
      ready.forEach(done -> done.complete(null));
    }
  }
}
