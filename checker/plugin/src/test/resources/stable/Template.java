package stable;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** A subclass releases what the superclass keeps. */
abstract class Template {
  protected GSSContext context;

  void open(GSSManager manager) throws GSSException {
    context = Factory.direct(manager);
  }

  abstract void end();
}
