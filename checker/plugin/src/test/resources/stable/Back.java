package stable;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

final class Back {
  private Back() {}

  static GSSContext pass(GSSManager manager, int times) throws GSSException {
    return times > 0 ? Middle.pass(manager, times - 1) : Factory.direct(manager);
  }
}
