package stable;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;

final class Quietly {
  private Quietly() {}

  static void dispose(GSSContext context) {
    dispose(context, true);
  }

  static void dispose(GSSContext context, boolean isReally) {
    if (context == null || !isReally) {
      return;
    }
    try {
      context.dispose();
    } catch (GSSException e) {
      System.out.println(e.getMajor());
    }
  }
}
