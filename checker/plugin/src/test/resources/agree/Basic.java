import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

class Basic {
  void straightBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    c.acceptSecContext(in, 0, in.length);
    c.dispose();
  }

  void straightOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    try {
      c.acceptSecContext(in, 0, in.length);
    } finally {
      c.dispose();
    }
  }
}
