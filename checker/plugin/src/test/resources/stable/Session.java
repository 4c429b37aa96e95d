package stable;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

class Session implements AutoCloseable {
  private final GSSContext context;

  Session(GSSManager manager) throws GSSException {
    context = Factory.direct(manager);
  }

  void use() {
    System.out.println(context.hashCode());
  }

  @Override public void close() {
    Quietly.dispose(context);
  }
}
