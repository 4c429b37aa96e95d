package stable;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

final class Middle {
  private Middle() {}

  /** Goes to and fro between two classes. */
  static GSSContext pass(GSSManager manager, int times) throws GSSException {
    return times > 0 ? Back.pass(manager, times - 1) : Factory.direct(manager);
  }
}
