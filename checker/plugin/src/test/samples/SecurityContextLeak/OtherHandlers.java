package samples;

import java.io.IOException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** A handler takes what is thrown to it, and not what another exception is. */
class OtherHandlers {
  private static void check(byte[] token) {
    if (token.length > 9) {
      throw new IllegalStateException("too long");
    }
  }

  private static void read(byte[] token) throws IOException {
    if (token.length > 9) {
      throw new IOException("too long: " + token.length);
    }
  }

  static void otherBad(GSSManager manager, byte[] state, byte[] token) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    try {
      check(token);
    } catch (IllegalArgumentException e) {
      context.dispose();
      throw e;
    }
    context.dispose();
  }

  static void otherOk(GSSManager manager, byte[] state, byte[] token) throws GSSException {
    GSSContext context = manager.createContext(state);
    try {
      check(token);
    } catch (IllegalArgumentException e) {
      System.err.println(e);
      return;
    } catch (IllegalStateException e) {
      context.dispose();
      return;
    }
    context.dispose();
  }

  static void sameBad(GSSManager manager, byte[] state, byte[] token) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    try {
      check(token);
    } catch (IllegalStateException e) {
      System.err.println(e);
      return;
    }
    context.dispose();
  }

  static void parsedBad(GSSManager manager, byte[] state, String text) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = manager.createContext(state);
    try {
      Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return;
    }
    context.dispose();
  }

  static int aroundOk(GSSManager manager, byte[] state, byte[] token) throws GSSException {
    try {
      GSSContext context = manager.createContext(state);
      try {
        read(token);
      } catch (IOException e) {
        System.err.println(e);
      }
      context.dispose();
    } catch (IllegalArgumentException e) {
      return 3;
    }
    return 0;
  }

  static int aroundBad(GSSManager manager, byte[] state, byte[] token) throws GSSException {
    try {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      GSSContext context = manager.createContext(state);
      read(token);
      context.dispose();
    } catch (IOException e) {
      return 3;
    }
    return 0;
  }
}
