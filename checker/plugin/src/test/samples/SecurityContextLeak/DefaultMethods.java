package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** Default methods of interfaces have bodies: what they release is released, what they only look at is not. */
class DefaultMethods {
  interface Releasing {
    default void letGo(GSSContext context) throws GSSException {
      context.dispose();
    }

    default void letGoQuietly(GSSContext context) {
      try {
        context.dispose();
      } catch (GSSException e) {
        System.err.println(e);
      }
    }

    default void look(GSSContext context) throws GSSException {
      System.out.println(context.getMech());
    }
  }

  interface Holding {
    GSSContext context();

    default void end() throws GSSException {
      context().dispose();
    }
  }

  static final class Worker implements Releasing {
    void inheritedOk(byte[] exported) throws GSSException {
      GSSContext context = GSS.createContext(exported);
      letGo(context);
    }

    void quietOk(byte[] exported) throws GSSException {
      GSSContext context = GSS.createContext(exported);
      letGoQuietly(context);
    }

    void onlyLookedAtBad(byte[] exported) throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      GSSContext context = GSS.createContext(exported);
      look(context);
    }
  }

  static final class Session implements Holding {
    private final GSSContext own;

    Session(byte[] exported) throws GSSException {
      own = GSS.createContext(exported);
    }

    @Override public GSSContext context() {
      return own;
    }
  }

  void ofAnotherOk(Releasing other, byte[] exported) throws GSSException {
    GSSContext context = GSS.createContext(exported);
    other.letGo(context);
  }

  void endedOk(byte[] exported) throws GSSException {
    Session session = new Session(exported);
    session.end();
  }

  void notEndedBad(byte[] exported) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Session session = new Session(exported);
    System.out.println(session);
  }
}
