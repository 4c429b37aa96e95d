package samples;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.MessageProp;

/** A class that opens a context to its peer and works with it is there to close it too. */
class WorkedWith {
  static class HandshakeBad implements Closeable {
    private final Socket socket;
    private final GSSContext context;

    HandshakeBad(Socket socket, GSSContext context) {
      this.socket = socket;
      this.context = context;
    }

    byte[] next(byte[] token) throws GSSException {
      return context.isEstablished() ? new byte[0] : context.initSecContext(token, 0, token.length);
    }

    @Override public void close() throws IOException {
      // BUG: Diagnostic contains: kept in field 'context' is not released by close()
      socket.close();
    }
  }

  static class HandshakeOk implements Closeable {
    private final Socket socket;
    private final GSSContext context;

    HandshakeOk(Socket socket, GSSContext context) {
      this.socket = socket;
      this.context = context;
    }

    byte[] next(byte[] token) throws GSSException {
      return context.isEstablished() ? new byte[0] : context.initSecContext(token, 0, token.length);
    }

    @Override public void close() throws IOException {
      try {
        context.dispose();
      } catch (GSSException e) {
        throw new IOException(e);
      } finally {
        socket.close();
      }
    }
  }

  /** One direction of a connection that belongs to somebody else. */
  static class OneWayOk implements Closeable {
    private final InputStream in;
    private final GSSContext context;

    OneWayOk(InputStream in, GSSContext context) {
      this.in = in;
      this.context = context;
    }

    byte[] read() throws IOException, GSSException {
      byte[] sealed = in.readAllBytes();
      return context.unwrap(sealed, 0, sealed.length, new MessageProp(true));
    }

    @Override public void close() throws IOException {
      in.close();
    }
  }

  interface Peer {
    void connectionLost(String why);
  }

  /** The callback is the last that the object hears. */
  static class CallbackBad implements Peer {
    private final GSSContext context;

    CallbackBad(GSSContext context) {
      this.context = context;
    }

    byte[] next(byte[] token) throws GSSException {
      return context.isEstablished() ? new byte[0] : context.initSecContext(token, 0, token.length);
    }

    @Override public void connectionLost(String why) {
      // BUG: Diagnostic contains: kept in field 'context' is not released by connectionLost()
      System.err.println(why);
    }
  }

  static class CallbackOk implements Peer {
    private final GSSContext context;

    CallbackOk(GSSContext context) {
      this.context = context;
    }

    byte[] next(byte[] token) throws GSSException {
      return context.isEstablished() ? new byte[0] : context.initSecContext(token, 0, token.length);
    }

    @Override public void connectionLost(String why) {
      try {
        context.dispose();
      } catch (GSSException e) {
        System.err.println(why);
      }
    }
  }
}
