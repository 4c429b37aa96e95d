package io.github.relinquish.tools.lsp;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Some files, then others that are looked for as late as possible. */
final class Order implements Iterator<Path> {
  private final Supplier<Iterator<Path>> later;
  private Iterator<Path> files;
  private boolean isLate;

  Order(Iterator<Path> first, Supplier<Iterator<Path>> later) {
    this.files = first;
    this.later = later;
  }

  @Override public boolean hasNext() {
    if (!files.hasNext() && !isLate) {
      isLate = true;
      files = later.get();
    }
    return files.hasNext();
  }

  @Override public Path next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return files.next();
  }
}
