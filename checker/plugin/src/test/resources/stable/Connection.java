package stable;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Another class releases what it keeps. */
class Connection {
  GSSContext context;
  private GSSContext behindGetter;
  private GSSContext forgotten;

  void open(GSSManager manager) throws GSSException {
    context = Factory.direct(manager);
    behindGetter = Factory.direct(manager);
    forgotten = Factory.direct(manager);
  }

  GSSContext inner() {
    return behindGetter;
  }

  int state() {
    return forgotten.hashCode();
  }
}
