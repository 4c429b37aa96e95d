package samples;

import static samples.Prelude.*;

import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** What another object keeps is asked for and then taken away from it. */
class EmptiedProperty {
  interface Session {
    SaslClient getSaslClient();

    void setSaslClient(SaslClient client);

    void protect(SaslClient client);
  }

  void doneBad(Session session) throws SaslException {
    SaslClient client = session.getSaslClient();
    if (!client.isComplete()) {
      throw new SaslException("not yet");
    }
    // BUG: Diagnostic contains: SASL mechanism 'client' is not released before setSaslClient(null)
    session.setSaslClient(null);
  }

  private Session kept;

  void keptBad() {
    SaslClient client = kept.getSaslClient();
    if (client != null && client.isComplete()) {
      // BUG: Diagnostic contains: SASL mechanism 'client' is not released before setSaslClient(null)
      kept.setSaslClient(null);
    }
  }

  void doneOk(Session session) throws SaslException {
    SaslClient client = session.getSaslClient();
    if (!client.isComplete()) {
      throw new SaslException("not yet");
    }
    try {
      client.dispose();
    } finally {
      session.setSaslClient(null);
    }
  }

  void byHelperOk(Session session) {
    SaslClient client = session.getSaslClient();
    end(client);
    session.setSaslClient(null);
  }

  void handedOnOk(Session session) {
    SaslClient client = session.getSaslClient();
    session.protect(client);
    session.setSaslClient(null);
  }

  void anotherObjectOk(Session session, Session other) {
    use(session.getSaslClient().getMechanismName().length());
    other.setSaslClient(null);
  }

  void renamedOk(Session session) throws SaslException {
    SaslClient client = session.getSaslClient();
    SaslClient same = client;
    session.setSaslClient(null);
    same.dispose();
  }

  private static void end(SaslClient client) {
    try {
      client.dispose();
    } catch (SaslException e) {
      use(1);
    }
  }
}
