package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** A context that is used after it was disposed. */
class Plain {
  void usedBad(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, null, 0);
    context.dispose();
    // BUG: Diagnostic contains: is used by GSSContext.getSrcName() after it was released
    use(context.getSrcName());
  }

  void usedOk(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, null, 0);
    try {
      use(context.getSrcName());
    } finally {
      context.dispose();
    }
  }
}
