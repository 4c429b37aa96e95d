package samples;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Texts and boxed numbers that are known are compared like numbers. */
class FlagsOfText {
  static void textOk(GSSManager manager, byte[] state) throws GSSException {
    String mode = "r";
    GSSContext context = manager.createContext(state);
    if (mode.equals("r")) {
      context.dispose();
    }
  }

  static void textBad(GSSManager manager, byte[] state) throws GSSException {
    String mode = "w";
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    if (mode.equals("r")) {
      context.dispose();
    }
  }

  static void flippedOk(GSSManager manager, byte[] state) throws GSSException {
    String mode = "r";
    GSSContext context = manager.createContext(state);
    if ("r".equals(mode)) {
      context.dispose();
    }
  }

  static void givenBad(GSSManager manager, byte[] state, String mode) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    if (mode.equals("r")) {
      context.dispose();
    }
  }

  static void twiceOk(GSSManager manager, byte[] state, boolean isReading) throws GSSException {
    String mode = isReading ? "r" : "w";
    GSSContext context = null;
    if (mode.equals("r")) {
      context = manager.createContext(state);
    }
    System.out.println(mode);
    if ("r".equals(mode)) {
      context.dispose();
    }
  }

  static void boxedOk(GSSManager manager, byte[] state) throws GSSException {
    Integer mode = 1;
    GSSContext context = manager.createContext(state);
    if (mode.equals(1)) {
      context.dispose();
    }
  }

  static void boxedFlagOk(GSSManager manager, byte[] state) throws GSSException {
    Boolean mine = true;
    GSSContext context = manager.createContext(state);
    if (mine) {
      context.dispose();
    }
  }

  static void boxedFlagBad(GSSManager manager, byte[] state) throws GSSException {
    Boolean mine = false;
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    if (mine) {
      context.dispose();
    }
  }

  static void boxedSumOk(GSSManager manager, byte[] state) throws GSSException {
    Integer mode = 1;
    GSSContext context = manager.createContext(state);
    if (mode == 1) {
      context.dispose();
    }
  }
}
