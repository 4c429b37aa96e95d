package samples;

import static samples.Prelude.*;

import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.*;

/** Null is an answer and owes nothing. */
class S28NullOk {
  byte[] hello(CallbackHandler user) throws SaslException {
    SaslClient client = Sasl.createSaslClient(new String[] {"PLAIN"}, null, "imap", "mail", Map.of(), user);
    if (client == null) {
      return new byte[0];
    }
    try {
      return client.evaluateChallenge(new byte[0]);
    } finally {
      client.dispose();
    }
  }
}
