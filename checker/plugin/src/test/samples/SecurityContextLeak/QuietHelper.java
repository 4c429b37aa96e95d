package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** A helper that disposes what it is given, whatever happens. */
class QuietHelper {
  private static void closeQuietly(GSSContext context) {
    if (context != null) {
      try {
        context.dispose();
      } catch (GSSException e) {
        use(e);
      }
    }
  }

  private static void look(GSSContext context) {
    use(context);
  }

  void helperOk(GSSName peer) throws GSSException {
    GSSContext context = null;
    try {
      context = GSS.createContext(peer, null, null, 0);
      context.initSecContext(new byte[0], 0, 0);
    } finally {
      closeQuietly(context);
    }
  }

  void helperBad(GSSName peer) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = GSS.createContext(peer, null, null, 0);
    look(context);
  }
}
