import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Fields {
  GSSContext context;
  static GSSContext global;
  Fields next;

  void pathBad(GSSManager m, byte[] in) throws GSSException {
    Fields f = new Fields();
    f.next = new Fields();
    f.next.context = m.createContext(in);
    f.next = null;
  }

  void pathOk(GSSManager m, byte[] in) throws GSSException {
    Fields f = new Fields();
    f.next = new Fields();
    f.next.context = m.createContext(in);
    Fields g = f.next;
    g.context.dispose();
  }

  void globalOk(GSSManager m, byte[] in) throws GSSException {
    global = m.createContext(in);
  }

  Fields chained(GSSContext c) {
    this.context = c;
    return this;
  }

  void builderBad(GSSManager m, byte[] in) throws GSSException {
    Fields f = new Fields().chained(m.createContext(in));
    System.out.println(f.next);
  }
}
