package samples;

import static samples.Prelude.*;

import java.util.Objects;
import java.util.Optional;
import org.ietf.jgss.*;

/** A method says by a comparison, or by asking the same thing twice, whether a context is its own. */
class WhoseItIs {
  private GSSContext shared;

  void share(GSSContext context) {
    shared = context;
  }

  boolean comparedWithAFieldOk(byte[] exported) throws GSSException {
    GSSContext context = exported == null ? shared : GSS.createContext(exported);
    boolean isEstablished = context.isEstablished();
    if (context != shared) {
      context.dispose();
    }
    return isEstablished;
  }

  boolean comparedTheWrongWayBad(byte[] exported) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = exported == null ? shared : GSS.createContext(exported);
    boolean isEstablished = context.isEstablished();
    if (context == shared) {
      context.dispose();
    }
    return isEstablished;
  }

  void askedTwiceOk(Optional<GSSContext> given, byte[] exported) throws GSSException {
    GSSContext context = given.isPresent() ? given.get() : GSS.createContext(exported);
    try {
      System.out.println(context.getMech());
    } finally {
      if (given.isEmpty()) {
        context.dispose();
      }
    }
  }

  void askedTheWrongWayBad(Optional<GSSContext> given, byte[] exported) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = given.isPresent() ? given.get() : GSS.createContext(exported);
    try {
      System.out.println(context.getMech());
    } finally {
      if (given.isPresent()) {
        context.dispose();
      }
    }
  }

  void askedForNullOk(GSSContext given, byte[] exported) throws GSSException {
    GSSContext context = Objects.isNull(given) ? GSS.createContext(exported) : given;
    try {
      System.out.println(context.getMech());
    } finally {
      if (given == null) {
        context.dispose();
      }
    }
  }
}
