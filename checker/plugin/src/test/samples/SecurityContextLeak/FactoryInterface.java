package samples;

import java.util.Map;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** An interface around the factory of the API, implemented elsewhere: what it answers is guessed to be as new. */
class FactoryInterface {
  interface Authenticator {
    SaslServer createSaslServer(String mechanism, Map<String, ?> props) throws SaslException;

    /** Not called like a factory: whoever keeps it owns it. */
    SaslServer currentSaslServer();
  }

  byte[] stepBad(Authenticator authenticator) throws SaslException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    SaslServer server = authenticator.createSaslServer("EXTERNAL", null);
    if (server == null) {
      return new byte[0];
    }
    return server.evaluateResponse(new byte[0]);
  }

  byte[] stepOk(Authenticator authenticator) throws SaslException {
    SaslServer server = authenticator.createSaslServer("EXTERNAL", null);
    if (server == null) {
      return new byte[0];
    }
    try {
      return server.evaluateResponse(new byte[0]);
    } finally {
      server.dispose();
    }
  }

  byte[] borrowedOk(Authenticator authenticator) throws SaslException {
    return authenticator.currentSaslServer().evaluateResponse(new byte[0]);
  }
}
