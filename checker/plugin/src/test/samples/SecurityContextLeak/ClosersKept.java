package samples;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** An object in a field that has what is to be released is known by the class that it was made of, whatever else implements its interface. */
class ClosersKept {
  static final class Ender implements Runnable {
    private final GSSContext own;

    Ender(GSSContext own) {
      this.own = own;
    }

    @Override public void run() {
      try {
        own.dispose();
      } catch (GSSException e) {
        System.err.println(e);
      }
    }
  }

  static final class Asker implements Runnable {
    private final GSSContext own;

    Asker(GSSContext own) {
      this.own = own;
    }

    @Override public void run() {
      own.isEstablished();
    }
  }

  static class NamedOk {
    private Runnable onEnd;

    void start(GSSManager manager, byte[] state) throws GSSException {
      if (onEnd == null) {
        onEnd = new Ender(manager.createContext(state));
      }
    }

    void stop() {
      if (onEnd != null) {
        onEnd.run();
        onEnd = null;
      }
    }
  }

  static class NamedBad {
    private Runnable onEnd;

    void start(GSSManager manager, byte[] state) throws GSSException {
      if (onEnd == null) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        onEnd = new Asker(manager.createContext(state));
      }
    }

    void stop() {
      if (onEnd != null) {
        onEnd.run();
        onEnd = null;
      }
    }
  }

  static class AnonymousOk {
    private AutoCloseable onEnd;

    void start(GSSManager manager, byte[] state) throws GSSException {
      if (onEnd == null) {
        GSSContext context = manager.createContext(state);
        onEnd = new AutoCloseable() {
          @Override public void close() throws GSSException {
            context.dispose();
          }
        };
      }
    }

    void stop() throws Exception {
      if (onEnd != null) {
        onEnd.close();
        onEnd = null;
      }
    }
  }

  static class AnonymousBad {
    private AutoCloseable onEnd;

    void start(GSSManager manager, byte[] state) throws GSSException {
      if (onEnd == null) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        GSSContext context = manager.createContext(state);
        onEnd = new AutoCloseable() {
          @Override public void close() {
            context.isEstablished();
          }
        };
      }
    }

    void stop() throws Exception {
      if (onEnd != null) {
        onEnd.close();
        onEnd = null;
      }
    }
  }

  static class DroppedBad {
    private AutoCloseable onEnd;

    void start(GSSManager manager, byte[] state) throws GSSException {
      if (onEnd == null) {
        // BUG: Diagnostic contains: when forget() assigns it again
        GSSContext context = manager.createContext(state);
        onEnd = new AutoCloseable() {
          @Override public void close() throws GSSException {
            context.dispose();
          }
        };
      }
    }

    void forget() {
      onEnd = null;
    }

    void stop() throws Exception {
      if (onEnd != null) {
        onEnd.close();
        onEnd = null;
      }
    }
  }

  // Others that have a field of the same name make no difference.
  abstract static class Named implements Runnable {
    GSSContext own;
  }

  static class A1 extends Named {
    @Override public void run() {}
  }

  static class A2 extends Named {
    @Override public void run() {}
  }

  static class A3 extends Named {
    @Override public void run() {}
  }

  static class A4 extends Named {
    @Override public void run() {}
  }

  static class A5 extends Named {
    @Override public void run() {}
  }

  static class A6 extends Named {
    @Override public void run() {}
  }

  static class A7 extends Named {
    @Override public void run() {}
  }

  static class A8 extends Named {
    @Override public void run() {}
  }
}
