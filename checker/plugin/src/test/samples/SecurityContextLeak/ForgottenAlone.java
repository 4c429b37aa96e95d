package samples;

import javax.security.sasl.SaslServer;

/** Nothing else in this file begins or ends anything: a promise is kept or broken all the same. */
class ForgottenAlone {
  private final SaslServer server;

  ForgottenAlone(SaslServer server) {
    this.server = server;
  }

  boolean isDone() {
    return server.isComplete();
  }

  void dispose() {
    // BUG: Diagnostic contains: kept in field 'server' is not released by dispose()
    System.out.println("closing " + server.getMechanismName());
  }
}
