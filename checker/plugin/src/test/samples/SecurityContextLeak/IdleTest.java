package samples;

import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;

/** Tests for null behind which a release is missing, and tests that are there for something else. */
class IdleTest {
  /** Somebody else's server, by a getter. */
  abstract static class Negotiator {
    abstract SaslServer getServer();

    void stopBad() {
      SaslServer server = getServer();
      // BUG: Diagnostic contains: 'server' is tested for null in stopBad() and not released
      if (server != null) {
        try {
          if (false) {
            throw new SaslException();
          }
        } catch (SaslException e) {
          System.err.println("cannot stop " + e);
        }
      }
    }

    void unboundBad() {
      // BUG: Diagnostic contains: 'getServer()' is tested for null in unboundBad() and not released
      if (getServer() != null) {
        ;
      }
    }

    void stopOk() throws SaslException {
      if (getServer() != null) {
        getServer().dispose();
      }
    }

    boolean isOpenOk() {
      return getServer() != null;
    }

    int countOk(int n) {
      if (getServer() != null) {
        n++;
      }
      return n;
    }

    void requireOk() {
      if (getServer() == null) {
        throw new IllegalStateException("no server");
      }
    }

    /** The test is idle, yet the release follows. */
    void laterOk() throws SaslException {
      SaslServer server = getServer();
      if (server != null) {
        // nothing to tell
      }
      server.dispose();
    }

    String nameOk() {
      String name;
      if (getServer() != null) {
        name = "server";
      } else {
        name = "nobody";
      }
      return name;
    }
  }

  /** A field that others release as well. */
  static class Session {
    private GSSContext context;
    private int closed;

    Session(GSSContext context) {
      this.context = context;
    }

    /** Told by what is lost, not a second time by the test. */
    void onCloseBad() {
      if (context != null) {
        // BUG: Diagnostic contains: kept in field 'context' is not released when onCloseBad() assigns it again
        context = null;
      }
    }

    void onCloseOk() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }

    void replaceOk(GSSContext other) throws GSSException {
      if (context == null) {
        context = other;
      }
    }

    void countOk() {
      if (context != null) {
        closed++;
      }
    }

    void handOk(Session other) {
      if (context != null) {
        other.context = context;
        context = null;
      }
    }
  }

  static SaslClient shared;

  /** The test is idle, yet the release follows. */
  static void staticOk() throws SaslException {
    if (shared != null) {
      // nothing to tell
    }
    shared.dispose();
  }

  /** Nobody knows whether another look at the array is at the same element. */
  void elementOk(SaslClient[] clients) throws SaslException {
    if (clients[0] != null) {
      // nothing to tell
    }
    clients[0].dispose();
  }

  /** Whoever passes it is told. */
  static void parameterIdleOk(SaslClient client) {
    if (client != null) {
      // dispose
    }
  }

  static int inTheMiddleBad(Negotiator negotiator, int n) {
    SaslServer server = negotiator.getServer();
    // BUG: Diagnostic contains: 'server' is tested for null in inTheMiddleBad() and not released
    if (null != server) {
      // dispose
    }
    return n + 1;
  }

  static int comparedOk(SaslClient client, SaslClient other, int n) {
    if (client == other) {
      // nothing to tell
    }
    return n + 1;
  }

  static void parameterOk(SaslClient client) throws SaslException {
    if (client != null) {
      client.dispose();
    }
  }

  static String whichOk(SaslClient client) {
    return client == null ? "none" : "some";
  }

  static void assertedOk(SaslClient client) {
    assert client != null;
  }
}
