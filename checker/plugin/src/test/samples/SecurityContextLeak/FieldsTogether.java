package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** Two fields that are set together: what one of them is says whether the other holds a context, unless a method forgets one alone. */
class FieldsTogether {
  static final class TogetherOk {
    private String name;
    private GSSContext context;

    void open(GSSName peer) throws GSSException {
      if (name != null) {
        throw new IllegalStateException(name);
      }
      GSSContext made = GSS.createContext(peer, null, null, 0);
      name = "peer";
      context = made;
    }

    void close() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
      name = null;
    }
  }

  static final class OneAloneBad {
    private String name;
    private GSSContext context;

    void open(GSSName peer) throws GSSException {
      if (name != null) {
        throw new IllegalStateException(name);
      }
      // BUG: Diagnostic contains: [SecurityContextLeak]
      GSSContext made = GSS.createContext(peer, null, null, 0);
      name = "peer";
      context = made;
    }

    void rename() {
      name = null;
    }

    void close() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
      name = null;
    }
  }
}
