package stable;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

final class GssServer extends Server {
  private final GSSContext context;

  GssServer(GSSManager manager) throws GSSException {
    context = Factory.direct(manager);
  }

  @Override void shut() {
    Quietly.dispose(context);
  }
}
