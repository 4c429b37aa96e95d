import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Multiline {
  void chainedBad(GSSManager m, byte[] in, GSSName peer, Oid oid)
      throws GSSException {
    GSSContext c = m
        .createContext(
            peer,
            oid,
            m.createCredential(
                GSSCredential.INITIATE_ONLY),
            0);
    c
        .initSecContext(
            in,
            0,
            in.length);
  }

  byte[] unnamedBad(GSSManager m, byte[] in) throws GSSException {
    return m.createContext(in)
        .acceptSecContext(in, 0, in.length);
  }

  void
      afterBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    c
        .dispose();
    System.out.println("x"
        + c.wrap(in,
            0, 1, null));
  }
}
