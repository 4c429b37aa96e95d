package demo;

class Exceptions {
  static class Handle implements AutoCloseable {
    @Override public void close() {}

    void use() throws java.io.IOException {}
  }

  void withResources() throws java.io.IOException {
    try (Handle handle = new Handle()) {
      handle.use();
    }
  }

  int withFinally(Handle handle) {
    try {
      handle.use();
      return 1;
    } catch (java.io.IOException | IllegalStateException e) {
      throw new RuntimeException(e);
    } finally {
      handle.close();
    }
  }

  void locked(Handle handle) throws java.io.IOException {
    synchronized (this) {
      handle.use();
    }
  }

  void retry(Handle handle) {
    while (true) {
      try {
        handle.use();
        break;
      } catch (java.io.IOException ignored) {
        continue;
      }
    }
  }
}
