package samples;

import java.util.function.Consumer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Objects in fields that have one method, whatever they are written as, are known by what their fields are made with. */
class ClosersInFields {
  interface Ending {
    void end(GSSContext context) throws GSSException;
  }

  private static final Consumer<GSSContext> CLOSER = context -> {
    try {
      context.dispose();
    } catch (GSSException e) {
      System.err.println(e);
    }
  };
  private static final Consumer<GSSContext> PRINTER = context -> System.out.println(context.isEstablished());
  private static final Ending DISPOSE = GSSContext::dispose;
  private static final Ending ASK = GSSContext::isEstablished;
  private static final Ending ANONYMOUS = new Ending() {
    @Override public void end(GSSContext context) throws GSSException {
      context.dispose();
    }
  };
  private static final Ending ANONYMOUS_ASKING = new Ending() {
    @Override public void end(GSSContext context) {
      context.isEstablished();
    }
  };
  private final Ending reference = ClosersInFields::quietly;
  private final Ending askingReference = GSSContext::isEstablished;
  private final Ending anonymous = new Ending() {
    @Override public void end(GSSContext context) throws GSSException {
      context.dispose();
    }
  };
  private final Ending anonymousAsking = new Ending() {
    @Override public void end(GSSContext context) {
      context.isEstablished();
    }
  };
  private Ending other = GSSContext::dispose;

  static void lambdaOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    CLOSER.accept(context);
  }

  static void lambdaBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    PRINTER.accept(context);
  }

  static void referenceOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    DISPOSE.end(context);
  }

  static void referenceBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    ASK.end(context);
  }

  static void anonymousOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    ANONYMOUS.end(context);
  }

  static void anonymousBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    ANONYMOUS_ASKING.end(context);
  }

  void ownReferenceOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    reference.end(context);
  }

  void ownReferenceBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    askingReference.end(context);
  }

  void ownAnonymousOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    anonymous.end(context);
  }

  void ownAnonymousBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    anonymousAsking.end(context);
  }

  void handedOnOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    end(context, DISPOSE);
  }

  void handedOnBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    end(context, ASK);
  }

  /** A field that somebody else sets may be anything. */
  void set(Ending given) {
    other = given;
  }

  void otherBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    other.end(context);
  }

  private static void end(GSSContext context, Ending ending) throws GSSException {
    ending.end(context);
  }

  private static void quietly(GSSContext context) {
    try {
      context.dispose();
    } catch (GSSException e) {
      System.err.println(e);
    }
  }
}
