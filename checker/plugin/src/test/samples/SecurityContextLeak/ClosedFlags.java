package samples;

import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Who does not open it releases nothing. */
  static class NeverOpen implements AutoCloseable {
    private final GSSContext context;
    private boolean open;

    NeverOpen(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    void open() {
      open = true;
    }

    @Override public void close() throws GSSException {
      if (open) {
        context.dispose();
      }
    }
  }

  enum Phase { OPEN, CLOSED }

  static class Phased implements AutoCloseable {
    private final GSSContext context;
    private Phase phase = Phase.OPEN;

    Phased(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    @Override public void close() throws GSSException {
      if (phase == Phase.CLOSED) {
        return;
      }
      phase = Phase.CLOSED;
      context.dispose();
    }
  }

  static class Counted implements AutoCloseable {
    private final GSSContext context;
    private int closes;

    Counted(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    @Override public void close() throws GSSException {
      if (closes == 0) {
        closes = 1;
        context.dispose();
      }
    }
  }

  static class Swapped implements AutoCloseable {
    private final GSSContext context;
    private final AtomicBoolean closed = new AtomicBoolean();

    Swapped(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    @Override public void close() throws GSSException {
      if (closed.compareAndSet(false, true)) {
        context.dispose();
      }
    }
  }

  static class Exchanged implements AutoCloseable {
    private final GSSContext context;
    private final AtomicBoolean closed = new AtomicBoolean(false);

    Exchanged(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    @Override public void close() throws GSSException {
      if (closed.getAndSet(true)) {
        return;
      }
      context.dispose();
    }
  }

  /** Nobody says that it was open. */
  static class SwappedWrongly implements AutoCloseable {
    private final GSSContext context;
    private final AtomicBoolean open = new AtomicBoolean();

    SwappedWrongly(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    @Override public void close() throws GSSException {
      if (open.compareAndSet(true, false)) {
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

  void phasedOk(GSSManager manager) throws GSSException {
    try (Phased session = new Phased(manager)) {
      System.out.println(session);
      session.close();
    }
  }

  void countedOk(GSSManager manager) throws GSSException {
    try (Counted session = new Counted(manager)) {
      System.out.println(session);
    }
  }

  void swappedOk(GSSManager manager) throws GSSException {
    try (Swapped session = new Swapped(manager)) {
      System.out.println(session);
    }
  }

  void exchangedOk(GSSManager manager) throws GSSException {
    try (Exchanged session = new Exchanged(manager)) {
      System.out.println(session);
    }
  }

  void swappedBad(GSSManager manager) throws GSSException {
    // BUG: Diagnostic contains: security context in 'session' is not released
    SwappedWrongly session = new SwappedWrongly(manager);
    session.close();
  }

  void forgottenBad(GSSManager manager) throws GSSException {
    // BUG: Diagnostic contains: security context in 'session' is not released
    Session session = new Session(manager);
    session.token();
  }
}
