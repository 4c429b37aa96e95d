import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Resources {
  interface Closing extends AutoCloseable {
    @Override void close() throws GSSException;
  }

  void methodReferenceOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    try (Closing closing = c::dispose) {
      c.acceptSecContext(in, 0, in.length);
    }
  }

  void lambdaOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    try (Closing closing = () -> c.dispose()) {
      c.acceptSecContext(in, 0, in.length);
    }
  }

  void twoBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    GSSContext d = m.createContext(in);
    try (Closing closing = c::dispose; Closing second = d::dispose) {
      c.acceptSecContext(in, 0, in.length);
    }
  }

  int returnsInsideOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    try (Closing closing = c::dispose) {
      return c.acceptSecContext(in, 0, in.length).length;
    }
  }

  static final class Wrapped implements AutoCloseable {
    private final GSSContext context;

    Wrapped(GSSManager m, byte[] in) throws GSSException {
      context = m.createContext(in);
    }

    byte[] step(byte[] in) throws GSSException {
      return context.acceptSecContext(in, 0, in.length);
    }

    @Override public void close() throws GSSException {
      context.dispose();
    }
  }

  byte[] wrappedOk(GSSManager m, byte[] in) throws GSSException {
    try (Wrapped w = new Wrapped(m, in)) {
      return w.step(in);
    }
  }

  byte[] wrappedBad(GSSManager m, byte[] in) throws GSSException {
    Wrapped w = new Wrapped(m, in);
    return w.step(in);
  }
}
