package samples;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;

/** Methods that are there to release what came from elsewhere, and do not. */
class ForgottenRelease {
  /** A wrapper of the same API passes on everything but the release. */
  static class WrapperBad implements SaslServer {
    private final SaslServer delegate;

    WrapperBad(SaslServer delegate) {
      this.delegate = delegate;
    }

    @Override public String getMechanismName() {
      return delegate.getMechanismName();
    }

    @Override public byte[] evaluateResponse(byte[] response) throws SaslException {
      return delegate.evaluateResponse(response);
    }

    @Override public boolean isComplete() {
      return delegate.isComplete();
    }

    @Override public String getAuthorizationID() {
      return delegate.getAuthorizationID();
    }

    @Override public byte[] unwrap(byte[] incoming, int offset, int len) throws SaslException {
      return delegate.unwrap(incoming, offset, len);
    }

    @Override public byte[] wrap(byte[] outgoing, int offset, int len) throws SaslException {
      return delegate.wrap(outgoing, offset, len);
    }

    @Override public Object getNegotiatedProperty(String propName) {
      return delegate.getNegotiatedProperty(propName);
    }

    // BUG: Diagnostic contains: kept in field 'delegate' is not released by dispose()
    @Override public void dispose() {
    }
  }

  /** One of two is forgotten. */
  static class OneOfTwoBad extends InputStream {
    private final SaslClient client;
    private final SaslServer server;

    OneOfTwoBad(SaslClient client, SaslServer server) {
      this.client = client;
      this.server = server;
    }

    @Override public int read() throws IOException {
      return client == null ? server.unwrap(new byte[1], 0, 1)[0] : client.unwrap(new byte[1], 0, 1)[0];
    }

    @Override public void close() throws IOException {
      // BUG: Diagnostic contains: kept in field 'client' is not released by close()
      if (server != null) {
        server.dispose();
      }
    }
  }

  /** Closes what it reads from; the client was lent to it. */
  static class LentOk extends InputStream {
    private final InputStream in;
    private final SaslClient client;

    LentOk(InputStream in, SaslClient client) {
      this.in = in;
      this.client = client;
    }

    @Override public int read() throws IOException {
      return client.unwrap(in.readAllBytes(), 0, 1)[0];
    }

    @Override public void close() throws IOException {
      in.close();
    }
  }

  static class BothOk {
    private SaslClient client;
    private SaslServer server;

    void close() throws SaslException {
      if (client != null) {
        client.dispose();
        client = null;
      }
      if (server != null) {
        server.dispose();
      }
    }
  }

  /** Emptied, and nobody released it. */
  static class EmptiedBad {
    private GSSContext context;

    EmptiedBad(GSSContext context) {
      this.context = context;
    }

    void closeSession() {
      // BUG: Diagnostic contains: kept in field 'context' is not released by closeSession()
      context = null;
    }
  }

  /** The stream borrows it: closing the stream says nothing about the context. */
  static class BorrowedOk extends InputStream {
    private final GSSContext context;
    private final InputStream in;

    BorrowedOk(GSSContext context, InputStream in) {
      this.context = context;
      this.in = in;
    }

    @Override public int read() throws IOException {
      return context.isEstablished() ? in.read() : -1;
    }

    @Override public void close() throws IOException {
      in.close();
    }
  }

  /** Another method of the class releases it. */
  static class ElsewhereOk {
    private GSSContext context;

    void close() throws GSSException {
      if (context != null) {
        end();
      }
    }

    private void end() throws GSSException {
      context.dispose();
    }
  }

  private static void disposeQuietly(SaslClient client) {
    // BUG: Diagnostic contains: 'client' is not released by disposeQuietly()
    if (client != null) {
      System.out.println("disposing " + client.getMechanismName());
    }
  }

  private static void disposeLoudlyOk(SaslClient client) {
    try {
      client.dispose();
    } catch (SaslException e) {
      throw new IllegalStateException(e);
    }
  }

  private void closeLaterOk(SaslClient client, java.util.List<SaslClient> garbage) {
    garbage.add(client);
  }

  /** For others to override. */
  protected void closeHookOk(GSSContext context) {
  }

  void useAll(SaslClient client, Map<String, String> map) {
    disposeQuietly(client);
    disposeLoudlyOk(client);
  }

  /** The verb may come last. */
  // BUG: Diagnostic contains: 'client' is not released by safeDispose()
  static void safeDispose(SaslClient client) {
  }

  static void silentlyDispose(SaslClient client) {
    try {
      client.dispose();
    } catch (SaslException e) {
      System.err.println(e);
    }
  }

  static boolean shouldDispose(SaslClient client) {
    return client.isComplete();
  }

  static void beforeDispose(SaslClient client) {
  }
}
