import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

class GssVariety {
  // dispose() throws a checked exception that this method does not declare.
  boolean undeclared(GSSManager manager, byte[] token) {
    GSSContext ctx;
    try {
      ctx = manager.createContext(token);
    } catch (GSSException e) {
      return false;
    }
    return ctx.isEstablished();
  }

  // The release by hand is what the catch clause is for.
  int caught(GSSManager manager, byte[] token, OutputStream out) throws IOException {
    try {
      GSSContext ctx = manager.createContext(token);
      // Before the writing.
      out.write(ctx.getLifetime());
      ctx.dispose(); // by hand
    } catch (GSSException e) {
      return -1;
    }
    return 0;
  }

  // Kept by the caller when all goes well.
  GSSContext kept(GSSManager manager, byte[] token, OutputStream out) throws GSSException, IOException {
    GSSContext ctx = manager.createContext(token);
    out.write(token);
    ctx.requestConf(true);
    return ctx;
  }

  // One arm gives it back.
  int arms(GSSManager manager, byte[] token, int mode) throws GSSException {
    GSSContext ctx = manager.createContext(token);
    switch (mode) {
      case 0:
        ctx.dispose();
        return 0;
      case 1:
        return 1;
      default:
        ctx.dispose();
        return 2;
    }
  }

  // No braces.
  int bare(GSSManager manager, byte[] token, boolean wanted) throws GSSException {
    GSSContext ctx = manager.createContext(token);
    if (!wanted) return -1;
    if (ctx.isEstablished()) {
      ctx.dispose();
    } else ctx.dispose();
    return 0;
  }

  // In a lambda.
  Supplier<Boolean> inLambda(GSSManager manager, byte[] token) {
    return () -> {
      try {
        GSSContext ctx = manager.createContext(token);
        return ctx.isEstablished();
      } catch (GSSException e) {
        return false;
      }
    };
  }

  // The guard stands around the release.
  void guarded(GSSManager manager, GSSName name, OutputStream out) throws GSSException, IOException {
    GSSCredential cred = null;
    try {
      cred = manager.createCredential(GSSCredential.INITIATE_ONLY);
      out.write(1);
    } catch (IOException e) {
      throw new IOException("no", e);
    }
    if (cred != null) {
      cred.dispose();
    }
  }

  // Two at once, on one line each.
  void nested(GSSManager manager, byte[] token, OutputStream out) throws GSSException, IOException {
    GSSCredential cred = manager.createCredential(GSSCredential.INITIATE_ONLY);
    GSSContext ctx = manager.createContext(cred);
    out.write(ctx.initSecContext(token, 0, token.length));
    ctx.dispose();
    cred.dispose();
  }

  boolean oneLine(GSSManager manager, byte[] token) throws GSSException { return manager.createContext(token).isEstablished(); }

  int argument(GSSManager manager, byte[] token) throws GSSException {
    int left = lifetime(manager.createContext(token)); // nested
    return left + 1;
  }

  private static int lifetime(GSSContext ctx) {
    return ctx.getLifetime();
  }
}
