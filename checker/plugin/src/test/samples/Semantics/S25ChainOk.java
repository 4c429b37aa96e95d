package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** A release that throws must not skip the next one. */
class S25ChainOk {
  void end() throws GSSException {
    GSSCredential mine = GSS.createCredential(GSSCredential.INITIATE_ONLY);
    try {
      GSSContext context = GSS.createContext(mine);
      context.dispose();
    } finally {
      mine.dispose();
    }
  }
}
