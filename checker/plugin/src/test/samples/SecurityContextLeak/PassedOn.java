package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** What others of a family throw does not count where the very class is known. */
class PassedOn {
  interface Listener {
    void hear(GSSContext context) throws GSSException;
  }

  static class Calm implements Listener {
    @Override public void hear(GSSContext context) {}
  }

  static class Strict implements Listener {
    @Override public void hear(GSSContext context) {
      throw new IllegalStateException("not now");
    }
  }

  static class Outer implements Listener {
    private final Listener inner;

    Outer(Listener inner) {
      this.inner = inner;
    }

    @Override public void hear(GSSContext context) throws GSSException {
      inner.hear(context);
    }
  }

  private static void tell(Listener listener) throws GSSException {
    listener.hear(null);
  }

  void passedOk(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, null, 0);
    tell(new Calm());
    context.dispose();
  }

  void wrappedOk(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, null, 0);
    Listener listener = new Outer(new Calm());
    listener.hear(null);
    context.dispose();
  }

  void passedBad(GSSName peer) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = GSS.createContext(peer, null, null, 0);
    tell(new Strict());
    context.dispose();
  }

  void wrappedBad(GSSName peer) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = GSS.createContext(peer, null, null, 0);
    Listener listener = new Outer(new Strict());
    listener.hear(null);
    context.dispose();
  }
}
