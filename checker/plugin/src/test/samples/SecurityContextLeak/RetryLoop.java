package samples;

import static samples.Prelude.*;

import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.*;

/** Disposed by hand before each way out of a loop. */
class RetryLoop {
  byte[] retryOk(CallbackHandler user) throws SaslException {
    for (int i = 0; i < 3; i++) {
      SaslClient client = Sasl.createSaslClient(new String[] {"PLAIN"}, null, "imap", "mail", Map.of(), user);
      if (client == null) {
        continue;
      }
      byte[] token;
      try {
        token = client.evaluateChallenge(new byte[0]);
      } catch (SaslException e) {
        client.dispose();
        continue;
      }
      client.dispose();
      return token;
    }
    return new byte[0];
  }

  byte[] retryBad(CallbackHandler user) throws SaslException {
    for (int i = 0; i < 3; i++) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      SaslClient client = Sasl.createSaslClient(new String[] {"PLAIN"}, null, "imap", "mail", Map.of(), user);
      if (client == null || client.isComplete()) {
        continue;
      }
      client.dispose();
    }
    return new byte[0];
  }
}
