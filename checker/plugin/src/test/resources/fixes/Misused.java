import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

class Misused {
  // The last use comes last.
  byte[] used(GSSManager manager, GSSName peer, byte[] text) throws GSSException {
    GSSContext context = manager.createContext(peer, null, null, 0);
    context.dispose();
    return context.wrap(text, 0, text.length, null);
  }

  // A field.
  static class Session {
    private final GSSContext context;

    Session(GSSManager manager, GSSName peer) throws GSSException {
      context = manager.createContext(peer, null, null, 0);
    }

    void close() throws GSSException {
      context.dispose();
      System.out.println(context.getSrcName());
    }
  }
}
