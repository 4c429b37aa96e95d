import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Recursive {
  void drop(GSSContext c, int n) throws GSSException {
    if (n > 0) {
      drop(c, n - 1);
    } else {
      c.dispose();
    }
  }

  void dropOk(GSSManager m, byte[] in) throws GSSException {
    drop(m.createContext(in), 3);
  }

  GSSContext find(GSSManager m, byte[] in, int n) throws GSSException {
    return n == 0 ? m.createContext(in) : find(m, in, n - 1);
  }

  void findBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = find(m, in, 3);
    c.isEstablished();
  }
}
