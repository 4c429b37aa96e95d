package samples;

import static samples.Prelude.*;

import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.*;

class S28NullBad {
  byte[] hello(CallbackHandler user) throws SaslException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    SaslClient client = Sasl.createSaslClient(new String[] {"PLAIN"}, null, "imap", "mail", Map.of(), user);
    if (client == null || !client.hasInitialResponse()) {
      return new byte[0];
    }
    byte[] token = client.evaluateChallenge(new byte[0]);
    client.dispose();
    return token;
  }
}
