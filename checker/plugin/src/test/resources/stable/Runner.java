package stable;

import java.util.function.Consumer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

final class Runner {
  private Runner() {}

  static void with(GSSManager manager, Consumer<GSSContext> action) throws GSSException {
    GSSContext context = Factory.direct(manager);
    try {
      action.accept(context);
    } finally {
      Quietly.dispose(context);
    }
  }
}
