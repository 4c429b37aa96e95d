import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

record Records(GSSContext context, String name) implements AutoCloseable {
  Records {
    if (name == null) {
      name = "none";
    }
  }

  Records(GSSManager m, byte[] in) throws GSSException {
    this(m.createContext(in), "made");
  }

  @Override public void close() throws GSSException {
    context.dispose();
  }

  static void usedBad(GSSManager m, byte[] in) throws GSSException {
    Records r = new Records(m, in);
    System.out.println(r.name() + r.context().isEstablished());
  }

  static void usedOk(GSSManager m, byte[] in) throws GSSException {
    try (Records r = new Records(m.createContext(in), "x")) {
      System.out.println(r);
    }
  }
}
