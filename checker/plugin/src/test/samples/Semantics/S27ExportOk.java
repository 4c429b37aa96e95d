package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** What was exported is gone. */
class S27ExportOk {
  byte[] send(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, null, 0);
    try {
      return context.export();
    } catch (GSSException e) {
      context.dispose();
      throw e;
    }
  }
}
