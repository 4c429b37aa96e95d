package samples;

import static samples.Prelude.*;

import java.util.ArrayList;
import java.util.List;
import org.ietf.jgss.*;

/** Given to a collection, a callback or the caller's list: somebody else's. */
class Handed {
  interface Listener {
    void onOpened(GSSContext context);
  }

  void listOk(GSSName peer, List<GSSContext> open) throws GSSException {
    open.add(GSS.createContext(peer, null, null, 0));
  }

  List<GSSContext> severalOk(GSSName peer) throws GSSException {
    List<GSSContext> open = new ArrayList<>();
    open.add(GSS.createContext(peer, null, null, 0));
    return open;
  }

  void forgottenListBad(GSSName peer) throws GSSException {
    List<GSSContext> open = new ArrayList<>();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    open.add(GSS.createContext(peer, null, null, 0));
    use(open.size());
  }

  /** One class makes it, another one takes it over by a getter, and releases it. */
  static class Maker {
    private GSSContext made;

    void make(GSSManager manager) throws GSSException {
      made = manager.createContext((GSSCredential) null);
    }

    GSSContext made() {
      return made;
    }
  }

  static class Taker {
    private final Maker maker;
    private GSSContext taken;

    Taker(Maker maker) {
      this.maker = maker;
    }

    void take() {
      if (taken == null) {
        taken = maker.made();
      }
    }

    void stop() throws GSSException {
      if (taken != null) {
        taken.dispose();
        taken = null;
      }
    }
  }
}
