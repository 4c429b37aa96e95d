package samples;

import java.util.ArrayList;
import java.util.List;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** Mechanisms that somebody else has made: those with a security layer go on, the others are at their end. */
class LayerOrNothing {
  /** Wraps what is sent. */
  static final class Coder {
    private final SaslClient client;

    Coder(SaslClient client) {
      this.client = client;
    }

    byte[] encode(byte[] plain) throws SaslException {
      return client.wrap(plain, 0, plain.length);
    }
  }

  static final class ForgottenWithoutLayer {
    private final SaslClient client;
    private final List<Coder> pipeline = new ArrayList<>();

    ForgottenWithoutLayer(SaslClient client) {
      this.client = client;
    }

    void doneBad() {
      String quality = (String) client.getNegotiatedProperty(Sasl.QOP);
      if (quality != null && !quality.equals("auth")) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        pipeline.add(new Coder(client));
      }
      System.out.println("done");
    }
  }

  static final class DisposedWithoutLayer {
    private final SaslClient client;
    private final List<Coder> pipeline = new ArrayList<>();

    DisposedWithoutLayer(SaslClient client) {
      this.client = client;
    }

    void doneOk() throws SaslException {
      String quality = (String) client.getNegotiatedProperty(Sasl.QOP);
      if (quality != null && !quality.equals("auth")) {
        pipeline.add(new Coder(client));
      } else {
        client.dispose();
      }
    }
  }

  /** The next message comes to the same object, which asks again. */
  static final class GoesOn {
    private final SaslClient client;
    private final List<Coder> pipeline = new ArrayList<>();

    GoesOn(SaslClient client) {
      this.client = client;
    }

    byte[] answerOk(byte[] challenge) throws SaslException {
      byte[] answer = client.evaluateChallenge(challenge);
      if (answer == null) {
        pipeline.add(new Coder(client));
      }
      return answer;
    }
  }

  /** What is shown to somebody stays with whoever made it. */
  static final class Shown {
    private final SaslClient client;

    Shown(SaslClient client) {
      this.client = client;
    }

    void doneOk() {
      if (client.getNegotiatedProperty(Sasl.QOP) != null) {
        show(client);
      }
    }

    private static void show(SaslClient client) {
      System.out.println(client.getMechanismName());
    }
  }
}
