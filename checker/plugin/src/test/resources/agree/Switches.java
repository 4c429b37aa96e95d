import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Switches {
  enum Mode { ONE, TWO, THREE }

  void enumBad(GSSManager m, byte[] in, Mode mode) throws GSSException {
    GSSContext c = m.createContext(in);
    switch (mode) {
      case ONE:
        c.dispose();
        break;
      case TWO:
        return;
      default:
        c.dispose();
    }
  }

  void stringBad(GSSManager m, byte[] in, String mode) throws GSSException {
    GSSContext c = m.createContext(in);
    switch (mode) {
      case "one" -> c.dispose();
      case "two" -> { }
      default -> c.dispose();
    }
  }

  int yieldOk(GSSManager m, byte[] in, int mode) throws GSSException {
    GSSContext c = m.createContext(in);
    int result = switch (mode) {
      case 1, 2 -> 3;
      case 7 -> {
        int n = in.length;
        yield n + 1;
      }
      default -> 0;
    };
    c.dispose();
    return result;
  }

  void sameModeTwiceOk(GSSManager m, byte[] in, int mode) throws GSSException {
    GSSContext c = null;
    switch (mode) {
      case 1: c = m.createContext(in); break;
      default: break;
    }
    switch (mode) {
      case 1: c.dispose(); break;
      default: break;
    }
  }

  GSSContext returnedOk(GSSManager m, byte[] in, Mode mode) throws GSSException {
    return switch (mode) {
      case ONE -> m.createContext(in);
      case TWO -> null;
      case THREE -> throw new IllegalArgumentException();
    };
  }
}
