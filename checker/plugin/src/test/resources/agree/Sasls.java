import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

class Sasls {
  byte[] nullBad(CallbackHandler h) throws SaslException {
    SaslClient c = Sasl.createSaslClient(new String[] {"PLAIN"}, null, "ldap", "host", Map.of(), h);
    if (c == null) {
      return null;
    }
    return c.evaluateChallenge(new byte[0]);
  }

  byte[] nullOk(CallbackHandler h) throws SaslException {
    SaslClient c = Sasl.createSaslClient(new String[] {"PLAIN"}, null, "ldap", "host", Map.of(), h);
    if (c == null) {
      return null;
    }
    try {
      return c.evaluateChallenge(new byte[0]);
    } finally {
      c.dispose();
    }
  }

  static void quietly(SaslClient c) {
    if (c != null) {
      try {
        c.dispose();
      } catch (SaslException e) {
        System.err.println(e);
      }
    }
  }

  byte[] quietOk(CallbackHandler h) throws SaslException {
    SaslClient c = null;
    try {
      c = Sasl.createSaslClient(new String[] {"PLAIN"}, null, "ldap", "host", Map.of(), h);
      return c == null ? new byte[0] : c.evaluateChallenge(new byte[0]);
    } finally {
      quietly(c);
    }
  }
}
