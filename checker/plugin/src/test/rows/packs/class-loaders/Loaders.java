package rows;

import java.io.IOException;
import java.net.URLClassLoader;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** The classes of a provider go away. */
class Loaders {
  void closedUnderContextBad(GSSManager manager, URLClassLoader loader, byte[] token) throws GSSException, IOException {
    GSSContext context = manager.createContext(token);
    try {
      // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
      loader.close();
    } finally {
      context.dispose();
    }
  }

  void closedAfterContextOk(GSSManager manager, URLClassLoader loader, byte[] token) throws GSSException, IOException {
    GSSContext context = manager.createContext(token);
    context.dispose();
    loader.close();
  }
}
