import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Ternaries {
  void eitherBad(GSSManager m, byte[] in, boolean b) throws GSSException {
    GSSContext c = b ? m.createContext(in) : null;
    if (c != null && in.length > 3) {
      c.dispose();
    }
  }

  void eitherOk(GSSManager m, byte[] in, boolean b) throws GSSException {
    GSSContext c = b ? m.createContext(in) : null;
    if (c != null) {
      c.dispose();
    }
  }

  void flagOk(GSSManager m, byte[] in, boolean b) throws GSSException {
    GSSContext c = null;
    boolean isOpen = false;
    if (b || in.length > 2) {
      c = m.createContext(in);
      isOpen = true;
    }
    if (!isOpen) {
      return;
    }
    c.dispose();
  }

  void negatedBad(GSSManager m, byte[] in, boolean a, boolean b) throws GSSException {
    GSSContext c = m.createContext(in);
    if (!(a && !b) || in == null) {
      c.dispose();
    }
  }

  boolean storedConditionOk(GSSManager m, byte[] in, int n) throws GSSException {
    boolean wanted = n > 3 && n < 9;
    GSSContext c = wanted ? m.createContext(in) : null;
    boolean known = c != null;
    if (known) {
      c.dispose();
    }
    return known;
  }
}
