package samples;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.MessageProp;

/** Objects that are returned and can never give back what they hold. */
class LockedUp {
  static final class Locked {
    private final GSSContext context;

    Locked(GSSContext context) {
      this.context = context;
    }
    byte[] wrap(byte[] data) throws GSSException {
      return context.wrap(data, 0, data.length, new MessageProp(true));
    }
  }

  static Locked lockedBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    return new Locked(manager.createContext(state));
  }

  static void uses(GSSManager manager, byte[] state) throws GSSException {
    Locked l = lockedBad(manager, state);
    l.wrap(state);
  }

  static final class Shown {
    private final GSSContext context;

    Shown(GSSContext context) {
      this.context = context;
    }
    GSSContext get() {
      return context;
    }
  }

  static Shown shownOk(GSSManager manager, byte[] state) throws GSSException {
    return new Shown(manager.createContext(state));
  }

  static final class Closed {
    private final GSSContext context;

    Closed(GSSContext context) {
      this.context = context;
    }
    void end() throws GSSException {
      context.dispose();
    }
  }

  static Closed closedOk(GSSManager manager, byte[] state) throws GSSException {
    return new Closed(manager.createContext(state));
  }

  record Pair(GSSContext context, byte[] token) {}

  static Pair pairOk(GSSManager manager, byte[] state) throws GSSException {
    return new Pair(manager.createContext(state), state);
  }

  interface Session { void end() throws Exception; }

  static Session anonymousBad(GSSManager manager, byte[] state) throws Exception {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext c = manager.createContext(state);
    return new Session() {
      @Override public void end() {
        System.out.println(c);
      }
    };
  }

  static Session anonymousOk(GSSManager manager, byte[] state) throws Exception {
    GSSContext c = manager.createContext(state);
    return new Session() {
      @Override public void end() throws Exception {
        c.dispose();
      }
    };
  }

  static Supplier<GSSContext> anonymousShownOk(GSSManager manager, byte[] state) throws Exception {
    GSSContext c = manager.createContext(state);
    return new Supplier<>() {
      @Override public GSSContext get() {
        return c;
      }
    };
  }

  static final class Outer {
    private final Locked inner;
    private final Closed other;
    Outer(Locked inner, Closed other) {
      this.inner = inner;
      this.other = other;
    }
  }

  static Outer outerBad(GSSManager manager, byte[] state) throws Exception {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    return new Outer(null, closedOk(manager, state));
  }

  static AutoCloseable lambdaBad(GSSManager manager, byte[] state) throws Exception {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext c = manager.createContext(state);
    return () -> System.out.println(c);
  }

  static AutoCloseable lambdaOk(GSSManager manager, byte[] state) throws Exception {
    GSSContext c = manager.createContext(state);
    return () -> c.dispose();
  }

  static AutoCloseable referenceOk(GSSManager manager, byte[] state) throws Exception {
    GSSContext c = manager.createContext(state);
    return c::dispose;
  }

  static Supplier<GSSContext> lambdaShownOk(GSSManager manager, byte[] state) throws Exception {
    GSSContext c = manager.createContext(state);
    return () -> c;
  }

  static Consumer<List<GSSContext>> lambdaGivesOk(GSSManager manager, byte[] state) throws Exception {
    GSSContext c = manager.createContext(state);
    return l -> l.add(c);
  }

  private GSSContext mine;

  AutoCloseable lambdaKeepsOk(GSSManager manager, byte[] state) throws Exception {
    GSSContext c = manager.createContext(state);
    return () -> mine = c;
  }

  void end() throws Exception {
    mine.dispose();
  }

  static AutoCloseable lambdaSometimesOk(GSSManager manager, byte[] state, boolean b) throws Exception {
    GSSContext c = manager.createContext(state);
    return () -> { if (b) quiet(c); };
  }

  private static void quiet(GSSContext c) {
    try {
      c.dispose();
    } catch (GSSException e) {
      System.err.println(e);
    }
  }

  static AutoCloseable lambdaHelperOk(GSSManager manager, byte[] state) throws Exception {
    GSSContext c = manager.createContext(state);
    return () -> quiet(c);
  }
}
