package stable;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

final class Factory {
  private Factory() {}

  static GSSContext make(GSSManager manager) throws GSSException {
    return Middle.pass(manager, 3);
  }

  static GSSContext direct(GSSManager manager) throws GSSException {
    return manager.createContext((GSSCredential) null);
  }
}
