package samples;

import static samples.Prelude.*;

import java.io.Closeable;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** A field that methods of the same object fill, one through the other: told where it is acquired, once. */
class OpenedWithin {
  static class Connection implements Closeable {
    private SaslServer server;

    private SaslServer make(String mechanism) throws SaslException {
      return Sasl.createSaslServer(mechanism, "p", "host", null, null);
    }

    private byte[] choose(String mechanism, byte[] token) throws SaslException {
      if (server == null || !mechanism.equals("TOKEN")) {
        // BUG: Diagnostic contains: SASL mechanism kept in field 'server' is not released
        server = make(mechanism);
      }
      return server.evaluateResponse(token);
    }

    byte[] read(String mechanism, byte[] token) throws SaslException {
      byte[] answer = choose(mechanism, token);
      use(answer.length);
      return answer;
    }

    @Override public void close() {
      try {
        if (server != null) {
          server.dispose();
          server = null;
        }
      } catch (SaslException e) {
        use(1);
      }
    }
  }
}
