import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Patterns {
  void instanceOfOk(GSSManager m, byte[] in) throws GSSException {
    Object o = m.createContext(in);
    if (o instanceof GSSContext c) {
      c.dispose();
    }
  }

  void instanceOfBad(GSSManager m, byte[] in, Object other) throws GSSException {
    GSSContext c = m.createContext(in);
    if (other instanceof String s && s.length() > 2) {
      c.dispose();
    }
  }

  void castOk(GSSManager m, byte[] in) throws GSSException {
    Object o = m.createContext(in);
    ((GSSContext) o).dispose();
  }

  void textOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    String text = """
        one %s
        """ + c.isEstablished() + in.length;
    c.dispose();
    System.out.println(text);
  }
}
