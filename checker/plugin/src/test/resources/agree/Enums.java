import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

enum Enums {
  PLAIN {
    @Override byte[] run(GSSManager m, byte[] in) throws GSSException {
      GSSContext c = m.createContext(in);
      return c.acceptSecContext(in, 0, in.length);
    }
  },
  CAREFUL {
    @Override byte[] run(GSSManager m, byte[] in) throws GSSException {
      GSSContext c = m.createContext(in);
      try {
        return c.acceptSecContext(in, 0, in.length);
      } finally {
        c.dispose();
      }
    }
  };

  private final GSSManager manager = GSSManager.getInstance();

  abstract byte[] run(GSSManager m, byte[] in) throws GSSException;

  boolean all(byte[] in) throws GSSException {
    GSSContext c = manager.createContext(in);
    boolean is = c.isEstablished();
    for (Enums e : values()) {
      e.run(manager, in);
    }
    c.dispose();
    return is;
  }
}
