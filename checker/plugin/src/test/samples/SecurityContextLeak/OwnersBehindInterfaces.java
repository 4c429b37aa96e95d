package samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** What closes an owner is the close of a class that has the field: others of the interface are not meant. */
class OwnersBehindInterfaces {
  interface Session extends AutoCloseable {
    byte[] token() throws GSSException;

    @Override void close() throws GSSException;
  }

  abstract static class Ordered implements Session {
    @Override public void close() throws GSSException {
      release();
    }

    protected void release() throws GSSException {
    }
  }

  static class Plain extends Ordered {
    private final GSSContext context;

    Plain(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    @Override public byte[] token() throws GSSException {
      return context.initSecContext(new byte[0], 0, 0);
    }

    @Override protected void release() throws GSSException {
      context.dispose();
    }
  }

  static class Silent implements Session {
    @Override public byte[] token() {
      return new byte[0];
    }

    @Override public void close() {
    }
  }

  static class Logged implements Session {
    private final Session inner;

    Logged(Session inner) {
      this.inner = inner;
    }

    @Override public byte[] token() throws GSSException {
      return inner.token();
    }

    @Override public void close() throws GSSException {
      inner.close();
    }
  }

  static class All implements AutoCloseable {
    private final List<Session> sessions = new ArrayList<>();
    private final Map<String, Session> byName = new HashMap<>();

    void add(Session session) {
      sessions.add(session);
    }

    Session named(String name, GSSManager manager) throws GSSException {
      Session session = byName.get(name);
      if (session == null) {
        session = new Plain(manager);
        byName.put(name, session);
      }
      return session;
    }

    @Override public void close() throws GSSException {
      for (Session each : sessions) {
        each.close();
      }
      for (Session each : byName.values()) {
        each.close();
      }
    }
  }

  static class Holder<T extends AutoCloseable> implements AutoCloseable {
    private final T held;

    Holder(T held) {
      this.held = held;
    }

    @Override public void close() throws Exception {
      held.close();
    }
  }

  void wrappedOk(GSSManager manager) throws GSSException {
    try (Session session = new Logged(new Plain(manager))) {
      session.token();
    }
  }

  void wrappedBad(GSSManager manager) throws GSSException {
    // BUG: Diagnostic contains: security context in 'session' is not released
    Session session = new Logged(new Plain(manager));
    session.token();
  }

  void collectedOk(GSSManager manager) throws GSSException {
    try (All all = new All()) {
      all.add(new Plain(manager));
      all.add(new Silent());
    }
  }

  void collectedBad(GSSManager manager) throws GSSException {
    All all = new All();
    // BUG: Diagnostic contains: security context in 'all' is not released
    all.add(new Plain(manager));
    System.out.println(all);
  }

  void namedOk(GSSManager manager) throws GSSException {
    try (All all = new All()) {
      all.named("x", manager).token();
    }
  }

  void heldOk(GSSManager manager) throws Exception {
    try (Holder<Session> holder = new Holder<>(new Plain(manager))) {
      System.out.println(holder);
    }
  }
}
