package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** What is made for an argument needs a name. */
class S16NestedOk {
  void serve() throws GSSException {
    GSSCredential service = GSS.createCredential(GSSCredential.ACCEPT_ONLY);
    try {
      GSSContext context = GSS.createContext(service);
      try {
        use(context);
      } finally {
        context.dispose();
      }
    } finally {
      service.dispose();
    }
  }
}
