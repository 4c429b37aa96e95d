import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

class Loops {
  void doWhileBad(GSSManager m, byte[] in) throws GSSException {
    int i = 0;
    GSSContext c;
    do {
      c = m.createContext(in);
    } while (++i < 3);
    c.dispose();
  }

  void whileOk(GSSManager m, byte[] in) throws GSSException {
    int i = 0;
    while (i++ < 3) {
      GSSContext c = m.createContext(in);
      c.dispose();
    }
  }

  void listOk(GSSManager m, byte[][] all) throws GSSException {
    List<GSSContext> open = new ArrayList<>();
    try {
      for (byte[] in : all) {
        open.add(m.createContext(in));
      }
    } finally {
      for (GSSContext c : open) {
        c.dispose();
      }
    }
  }

  void listBad(GSSManager m, byte[][] all) throws GSSException {
    List<GSSContext> open = new ArrayList<>();
    for (byte[] in : all) {
      open.add(m.createContext(in));
    }
    open.clear();
  }

  void iteratorOk(GSSManager m, byte[] in) throws GSSException {
    List<GSSContext> open = new ArrayList<>();
    open.add(m.createContext(in));
    for (Iterator<GSSContext> i = open.iterator(); i.hasNext();) {
      i.next().dispose();
    }
  }

  void arrayBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext[] two = new GSSContext[2];
    two[0] = m.createContext(in);
    two[1] = m.createContext(in);
    two[0].dispose();
  }

  void arrayOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext[] one = {m.createContext(in)};
    one[0].dispose();
  }
}
