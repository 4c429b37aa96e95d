import java.io.IOException;

class Tries {
  int f;

  void catches(Object o) {
    try {
      o.wait();
    } catch (InterruptedException | IllegalStateException e) {
      f = 1;
    } catch (RuntimeException e) {
      throw e;
    }
    o.hashCode();
  }

  void finallyAlways(Object o) {
    try {
      o.hashCode();
    } finally {
      o.notify();
    }
  }

  int returnsThroughFinally(Object o) {
    try {
      return o.hashCode();
    } finally {
      o.notify();
    }
  }

  void resource(AutoCloseable c) throws Exception {
    try (AutoCloseable d = c) {
      d.hashCode();
    }
  }

  void resources(AutoCloseable c, AutoCloseable d) throws IOException {
    try (c; AutoCloseable e = d) {
      e.hashCode();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      f = 2;
    } finally {
      f = 3;
    }
  }

  int nested(AutoCloseable c, AutoCloseable e) throws Exception {
    for (;;) {
      try {
        if (c == null) {
          return 1;
        }
        if (e == null) {
          break;
        }
      } finally {
        try {
          c.close();
        } catch (IOException x) {
          e.close();
        }
      }
    }
    return 3;
  }

  void inCatch(AutoCloseable c) {
    try {
      c.hashCode();
      try {
        c.close();
      } catch (IOException e) {
        c.notify();
      }
    } catch (Exception e) {
      c.notifyAll();
    }
  }

  void locked(Object lock) {
    synchronized (lock) {
      lock.notify();
    }
  }

  @SuppressWarnings("finally")
  int returnsInFinally(AutoCloseable c) throws Exception {
    try {
      c.hashCode();
      return 1;
    } finally {
      c.close();
      return 2;
    }
  }

  void asserts(int x) {
    assert x > 0 : "x";
    assert x < 9;
  }
}
