package samples;

import java.util.function.Consumer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Helpers that call a method of an object which they are given besides the context. */
class ObjectsThatRun {
  private static void run(Consumer<GSSContext> consumer, GSSContext context) {
    consumer.accept(context);
  }

  private static void quietly(GSSContext context) {
    try {
      context.dispose();
    } catch (GSSException e) {
      System.err.println(e);
    }
  }

  static final class Closer implements Consumer<GSSContext> {
    @Override public void accept(GSSContext context) {
      quietly(context);
    }
  }

  static final class Printer implements Consumer<GSSContext> {
    @Override public void accept(GSSContext context) {
      System.out.println(context);
    }
  }

  static void anonymousOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    run(new Consumer<GSSContext>() {
      @Override public void accept(GSSContext given) {
        quietly(given);
      }
    }, context);
  }

  static void namedOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    run(new Closer(), context);
  }

  static void lambdaOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    run(given -> quietly(given), context);
  }

  static void namedBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    run(new Printer(), context);
  }

  static void lambdaBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    run(given -> System.out.println(given), context);
  }
}
