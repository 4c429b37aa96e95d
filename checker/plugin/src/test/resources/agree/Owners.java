import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Owners implements AutoCloseable {
  private GSSContext context;
  private GSSCredential credential;

  void open(GSSManager m, byte[] in) throws GSSException {
    credential = m.createCredential(0);
    context = m.createContext(credential);
  }

  void reopenBad(GSSManager m) throws GSSException {
    context = m.createContext(credential);
  }

  @Override public void close() throws GSSException {
    if (context != null) {
      context.dispose();
    }
  }

  static void userBad(GSSManager m, byte[] in) throws GSSException {
    Owners o = new Owners();
    o.open(m, in);
  }

  static void userOk(GSSManager m, byte[] in) throws GSSException {
    try (Owners o = new Owners()) {
      o.open(m, in);
    }
  }
}
