package ordinary;

import java.io.*;
import java.net.ServerSocket;
import java.util.concurrent.Callable;

/** Streams in objects that code which nobody can read has as well, and fields that are filled through several calls. */
class Escapes {
  interface Attributes {
    Object getAttribute(String name);

    void setAttribute(String name, Object value);
  }

  static class Session {
    InputStream in;
    InputStream spare;
  }

  void storedInAnAttributeOk(Attributes attributes, File file) throws IOException {
    Session session = (Session) attributes.getAttribute("session");
    session.in = new FileInputStream(file);
    session.in.read();
  }

  void storedBehindAnAttributeOk(Attributes attributes, File file) throws IOException {
    Session session = new Session();
    attributes.setAttribute("session", session);
    session.in = new FileInputStream(file);
    session.in.read();
  }

  void storedInEitherOk(Attributes attributes, File file) throws Exception {
    Session session = (Session) attributes.getAttribute("session");
    if (session == null) {
      session = new Session();
      attributes.setAttribute("session", session);
    }
    run(opening(session, file));
  }

  private static Callable<Integer> opening(Session session, File file) {
    return () -> {
      if (session.in == null) {
        session.in = new FileInputStream(file);
      }
      return session.in.read();
    };
  }

  private static <T> T run(Callable<T> action) {
    try {
      return action.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void fill(Session session, File file) throws IOException {
    session.in = new FileInputStream(file);
  }

  void filledByAMethodOk(Attributes attributes, File file) throws IOException {
    fill((Session) attributes.getAttribute("session"), file);
  }

  void ownSessionBad(File file) throws IOException {
    Session session = new Session();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    session.in = new FileInputStream(file);
    session.in.read();
  }

  void besideTheAttributeBad(Attributes attributes, File file) throws IOException {
    Session session = (Session) attributes.getAttribute("session");
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(file);
    session.in.read();
    in.read();
  }

  void registeredItselfBad(Attributes attributes, File file) throws IOException {
    attributes.setAttribute("me", this);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(file);
    in.read();
  }

  /** Once an object is in other hands, what it loses is not told. */
  void FN_overwrittenInAnAttributeBad(Attributes attributes, File file) throws IOException {
    Session session = (Session) attributes.getAttribute("session");
    session.in = new FileInputStream(file);
    session.in = new FileInputStream(file);
  }

  /** One field that nothing releases is told where it is filled, not again at every call that leads there. */
  static class Opener {
    private InputStream in;

    void first(File file) throws IOException {
      open(file);
    }

    void second(File file) throws IOException {
      open(file);
      in.read();
    }

    void open(File file) throws IOException {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      in = new FileInputStream(file);
    }

    int inside() throws Exception {
      return run(new Callable<Integer>() {
        @Override public Integer call() throws IOException {
          // BUG: Diagnostic contains: [SecurityContextLeak]
          server = new ServerSocket(80);
          return server.getLocalPort();
        }
      });
    }

    private ServerSocket server;
  }
}
