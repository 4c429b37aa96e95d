package io.github.relinquish.classfile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Does the same with many things on all processors; the answers come in the order of the things. */
final class SideBySide {
  /** The same on every thread, so that what is too deep for one is too deep for all. */
  private static final long STACK = 64L << 20;

  private SideBySide() {}

  static <A, B> List<B> map(List<A> things, Function<A, B> work) {
    List<AtomicReference<B>> answers = new ArrayList<>();
    things.forEach(thing -> answers.add(new AtomicReference<>()));
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> crash = new AtomicReference<>();
    Runnable share = () -> {
      try {
        for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
          answers.get(i).set(work.apply(things.get(i)));
        }
      } catch (RuntimeException | Error e) {
        crash.compareAndSet(null, e);             // thrown again below, on the thread that waits
      }
    };
    join(start(share));
    if (crash.get() != null) {
      throw new IllegalStateException("a reader died", crash.get());
    }
    return answers.stream().map(AtomicReference::get).toList();
  }

  private static List<Thread> start(Runnable share) {
    List<Thread> threads = new ArrayList<>();
    for (int i = Runtime.getRuntime().availableProcessors(); i > 0; i--) {
      Thread thread = new Thread(null, share, "relinquish-reader", STACK);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private static void join(List<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
