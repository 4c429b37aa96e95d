package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** Private flags and numbers that nobody ever changes are constants; others are not. */
class SteadyFlags {
  private static boolean debug = false;
  private static int limit = 5;
  private boolean releases = true;
  private boolean switched = true;
  private volatile boolean watched = true;
  private final int size;

  SteadyFlags(int size) {
    this.size = size;
  }

  void switchOff() {
    switched = false;
  }

  void neverChangedOk(byte[] exported) throws GSSException {
    GSSContext context = GSS.createContext(exported);
    if (debug || limit != 5) {
      return;
    }
    if (releases) {
      context.dispose();
    }
  }

  void changedBad(byte[] exported) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = GSS.createContext(exported);
    if (switched) {
      context.dispose();
    }
  }

  void perhapsChangedByAnUpdaterBad(byte[] exported) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = GSS.createContext(exported);
    if (watched) {
      context.dispose();
    }
  }

  void givenBad(byte[] exported) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = GSS.createContext(exported);
    if (size > 3) {
      context.dispose();
    }
  }

  void neverTrueBad(byte[] exported) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = GSS.createContext(exported);
    if (debug) {
      context.dispose();
    }
  }
}
