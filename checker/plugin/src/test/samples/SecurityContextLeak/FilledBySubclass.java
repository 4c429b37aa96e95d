package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** The base class always empties what its subclasses fill. */
class FilledBySubclass {
  abstract static class Base {
    protected GSSContext context;

    final void runOk() throws GSSException {
      try {
        start();
        System.out.println(context.getMech());
      } finally {
        if (context != null) {
          context.dispose();
          context = null;
        }
      }
    }

    protected abstract void start() throws GSSException;
  }

  static final class Peer extends Base {
    @Override protected void start() throws GSSException {
      context = GSS.createContext((GSSCredential) null);
    }
  }

  abstract static class Careless {
    protected GSSContext context;

    final void run() throws GSSException {
      try {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        start();
        System.out.println(context.getMech());
      } finally {
        context = null;
      }
    }

    final void stop() throws GSSException {
      if (context != null) {
        context.dispose();
      }
    }

    protected abstract void start() throws GSSException;
  }

  static final class CarelessPeer extends Careless {
    @Override protected void start() throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      context = GSS.createContext((GSSCredential) null);
    }
  }
}
