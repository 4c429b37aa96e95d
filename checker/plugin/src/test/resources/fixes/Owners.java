import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

class Owners {
  // Nothing can close it.
  static class Server {
    private final SaslServer server;

    Server(String host) throws SaslException {
      server = Sasl.createSaslServer("GSSAPI", "imap", host, Map.of(), null);
    }

    boolean isDone() {
      return server.isComplete();
    } // the last method
  }

  // The same with bounds and interfaces.
  static class Named<T extends Comparable<T>> implements Runnable {
    private GSSContext context; // opened once
    private T name;

    void open(GSSManager manager, byte[] token, T given) throws GSSException {
      context = manager.createContext(token);
      name = given;
    }

    @Override public void run() {
      System.out.println(name + " " + context.isEstablished());
    }
  }

  // It closes one of two.
  static class Pair implements AutoCloseable {
    private final GSSCredential credential;
    private final GSSContext context;

    Pair(GSSManager manager) throws GSSException {
      GSSCredential mine = manager.createCredential(GSSCredential.ACCEPT_ONLY);
      try {
        context = manager.createContext(mine);
      } catch (GSSException e) {
        mine.dispose();
        throw e;
      }
      credential = mine;
    }

    int lifetime() throws GSSException {
      return credential.getRemainingLifetime();
    }

    @Override public void close() throws GSSException {
      // The context only.
      context.dispose();
    }
  }

  // What it drops nobody has.
  static class Table {
    private final Map<String, GSSContext> contexts = new HashMap<>();

    void open(GSSManager manager, String id, byte[] token) throws GSSException {
      contexts.put(id, manager.createContext(token)); // over the old one
    }

    void close(String id) throws GSSException {
      GSSContext old = contexts.remove(id);
      if (old != null) {
        old.dispose();
      }
    }
  }

  // Emptied in one go.
  static class Queue {
    private final List<GSSContext> waiting = new ArrayList<>();

    void open(GSSManager manager, byte[] token) throws GSSException {
      waiting.add(manager.createContext(token));
    }

    void end() throws GSSException {
      waiting.remove(0).dispose();
    }

    void clear() {
      // Nobody waits any more.
      waiting.clear(); // done
    }
  }

  static class Session implements AutoCloseable {
    private final GSSContext context;

    Session(GSSManager manager, byte[] token) throws GSSException {
      context = manager.createContext(token);
    }

    byte[] sign(byte[] text) throws GSSException {
      return context.getMIC(text, 0, text.length, null);
    }

    @Override public void close() {
      try {
        context.dispose();
      } catch (GSSException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  // Closed by its own method.
  byte[] sign(GSSManager manager, byte[] token, byte[] text) throws GSSException {
    Session session = new Session(manager, token);
    byte[] signed = session.sign(text); // may throw
    session.close();
    return signed;
  }

  // The answer is the question.
  void logon(String user, String password, OutputStream out) throws IOException {
    HANDLEByReference token = new HANDLEByReference();
    if (Advapi32.INSTANCE.LogonUser(user, null, password, WinBase.LOGON32_LOGON_NETWORK, WinBase.LOGON32_PROVIDER_DEFAULT, token)) {
      // As that user.
      out.write(1);
    }
  }

  // A helper that only looks.
  int helped(GSSManager manager, byte[] token) throws GSSException {
    GSSContext context = manager.createContext(token);
    int left = left(context, token);
    context.dispose();
    return left;
  }

  private static int left(GSSContext context, byte[] token) throws GSSException {
    context.initSecContext(token, 0, token.length);
    return context.getLifetime();
  }
}
