package samples;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** A new object is not closed, and what its flag says decides what the next call of {@code close()} does. */
class ClosedFlags {
  static class Session implements AutoCloseable {
    private final GSSContext context;
    private boolean closed;

    Session(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    byte[] token() throws GSSException {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      return context.initSecContext(new byte[0], 0, 0);
    }

    @Override public void close() throws GSSException {
      if (closed) {
        return;
      }
      closed = true;
      context.dispose();
    }
  }

  static class Inverted implements AutoCloseable {
    private final GSSContext context;
    private boolean open = true;

    Inverted(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    @Override public void close() throws GSSException {
      if (open) {
        open = false;
        context.dispose();
      }
    }
  }

  /** Nobody opens it, so that nothing is released. */
  static class NeverOpen implements AutoCloseable {
    private final GSSContext context;
    private boolean open;

    NeverOpen(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    @Override public void close() throws GSSException {
      if (open) {
        context.dispose();
      }
    }
  }

  abstract static class Once implements AutoCloseable {
    private boolean closed;

    @Override public final void close() throws GSSException {
      if (!closed) {
        closed = true;
        end();
      }
    }

    abstract void end() throws GSSException;
  }

  static class First extends Once {
    private final GSSContext it;

    First(GSSManager manager) throws GSSException {
      it = manager.createContext((GSSCredential) null);
    }

    @Override void end() throws GSSException {
      it.dispose();
    }
  }

  static class Second extends Once {
    private final GSSCredential it;

    Second(GSSManager manager) throws GSSException {
      it = manager.createCredential(GSSCredential.INITIATE_ONLY);
    }

    @Override void end() throws GSSException {
      it.dispose();
    }
  }

  static class Outer implements AutoCloseable {
    private final Session inner;

    Outer(GSSManager manager) throws GSSException {
      inner = new Session(manager);
    }

    @Override public void close() throws GSSException {
      inner.close();
    }
  }

  void onceOk(GSSManager manager) throws GSSException {
    Session session = new Session(manager);
    try {
      session.token();
    } finally {
      session.close();
    }
  }

  void twiceOk(GSSManager manager) throws GSSException {
    try (Session session = new Session(manager)) {
      session.token();
      session.close();
    }
  }

  void outerOk(GSSManager manager) throws GSSException {
    try (Outer outer = new Outer(manager)) {
      System.out.println(outer);
    }
  }

  void invertedOk(GSSManager manager) throws GSSException {
    try (Inverted session = new Inverted(manager)) {
      System.out.println(session);
    }
  }

  void neverOpenBad(GSSManager manager) throws GSSException {
    // BUG: Diagnostic contains: security context in 'session' is not released
    NeverOpen session = new NeverOpen(manager);
    session.close();
  }

  void baseOk(GSSManager manager) throws GSSException {
    try (Once session = new First(manager)) {
      System.out.println(session);
    }
  }

  void otherBaseOk(GSSManager manager) throws GSSException {
    try (Once session = new Second(manager)) {
      System.out.println(session);
    }
  }

  void forgottenBad(GSSManager manager) throws GSSException {
    // BUG: Diagnostic contains: security context in 'session' is not released
    Session session = new Session(manager);
    session.token();
  }
}
