package io.github.relinquish.tools.lsp;

/** A source that leaks, in variants. */
final class Peer {
  /** Loses {@code ctx} when the second call throws. */
  static final String LEAKS = """
      package com.acme;

      import org.ietf.jgss.GSSContext;
      import org.ietf.jgss.GSSException;
      import org.ietf.jgss.GSSManager;
      import org.ietf.jgss.GSSName;

      class Peer {
        byte[] greet(GSSManager manager, GSSName name, byte[] in) throws GSSException {
          GSSContext ctx = manager.createContext(name, null, null, 0);
          byte[] out = ctx.initSecContext(in, 0, in.length);
          ctx.dispose();
          return out;
        }
      }
      """;
  static final String TIDY = LEAKS.replace("byte[] out = ctx.initSecContext(in, 0, in.length);\n    ctx.dispose();\n    return out;",
      "try {\n      return ctx.initSecContext(in, 0, in.length);\n    } finally {\n      ctx.dispose();\n    }");

  private Peer() {}
}
