package io.github.relinquish.tools.lsp;

/** Two sources: one acquires, and leaves it to the other to give back. */
final class Pair {
  static final String CLOSER = """
      package com.acme;

      import org.ietf.jgss.GSSContext;
      import org.ietf.jgss.GSSException;

      class Closer {
        static void end(GSSContext context) throws GSSException {
          context.dispose();
        }
      }
      """;
  /** Does not give it back. */
  static final String FORGETS = CLOSER.replace("context.dispose();", "context.isEstablished();");
  static final String USER = """
      package com.acme;

      import org.ietf.jgss.GSSContext;
      import org.ietf.jgss.GSSException;
      import org.ietf.jgss.GSSManager;
      import org.ietf.jgss.GSSName;

      class User {
        GSSContext open(GSSManager manager, GSSName name) throws GSSException {
          return manager.createContext(name, null, null, 0);
        }

        void greet(GSSManager manager, GSSName name) throws GSSException {
          GSSContext ctx = open(manager, name);
          Closer.end(ctx);
        }
      }
      """;

  private Pair() {}
}
