package io.github.relinquish.samples.correct;

import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** The server's side of one connection: a bind may be begun anew, and the connection may be closed at any time. */
public final class SaslBindServer implements AutoCloseable {
  private final String host;
  private final CallbackHandler accounts;
  private SaslServer server;

  public SaslBindServer(String host, CallbackHandler accounts) {
    this.host = host;
    this.accounts = accounts;
  }

  /** A bind with a mechanism; the client may begin another one before the first is done. */
  public byte[] begin(String mechanism, byte[] response) throws SaslException {
    close();
    server = Sasl.createSaslServer(mechanism, "ldap", host, Map.of(), accounts);
    return go(response);
  }

  /** The next response of the client; what is answered goes back to it. */
  public byte[] go(byte[] response) throws SaslException {
    if (server == null) {
      throw new SaslException("no bind is going on");
    }
    return server.evaluateResponse(response);
  }

  @Override public void close() throws SaslException {
    if (server != null) {
      server.dispose();
      server = null;
    }
  }
}
