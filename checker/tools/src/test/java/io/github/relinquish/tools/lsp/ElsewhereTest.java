package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.junit.jupiter.api.Test;

/** What a file's answer owes to other files: callers, other modules, class folders. */
class ElsewhereTest extends InFolder {
  private static final List<String> LEAK = List.of("SecurityContextLeak");
  private static final String OPENER = """
      package com.acme;

      import org.ietf.jgss.*;

      public class Opener {
        public static GSSContext open(GSSManager manager, GSSName name) throws GSSException {
          return manager.createContext(name, null, null, 0);
        }
      }
      """;
  private static final String LOSER = """
      package com.acme;

      import org.ietf.jgss.*;

      class Loser {
        void greet(GSSManager manager, GSSName name) throws GSSException {
          GSSContext ctx = Opener.open(manager, name);
          ctx.isEstablished();
        }
      }
      """;
  private static final String HOLDER = """
      package com.acme;

      import org.ietf.jgss.*;

      public class Holder {
        private GSSContext kept;

        public void open(GSSManager manager, GSSName name) throws GSSException {
          kept = manager.createContext(name, null, null, 0);
        }

        public GSSContext kept() {
          return kept;
        }
      }
      """;
  private static final String SESSION = """
      package com.acme;

      class Session {
        private final Holder holder = new Holder();

        Holder holder() {
          return holder;
        }
      }
      """;
  private static final String CALLER = """
      package com.acme;

      class Caller {
        void end(Session session) throws Exception {
          session.holder().kept().dispose();
        }
      }
      """;

  @Test void sourcesOfOtherModulesHandResourcesOn() throws Exception {
    modules("app", "lib");
    Path opener = write("lib/src/main/java/com/acme/Opener.java", OPENER);
    Path loser = write("app/src/main/java/com/acme/Loser.java", LOSER);
    try (Client client = new Client().start()) {
      String uri = client.open(loser, LOSER);
      assertEquals(LEAK, rules(client.next(uri)), "the other module's method hands it out");
      String other = client.open(opener, OPENER);
      client.change(other, OPENER.replace("manager.createContext(name, null, null, 0)", "null"));
      assertEquals(List.of(), client.next(uri), "as the editor shows it");
      client.change(other, OPENER);
      assertEquals(LEAK, rules(client.next(uri)));
    }
  }

  @Test void ourOwnClassCountsWhereAnotherModuleHasOneOfThatName() throws Exception {
    modules("app", "lib");
    write("lib/src/main/java/com/acme/Opener.java", OPENER.replace("manager.createContext(name, null, null, 0)", "null"));
    write("app/src/main/java/com/acme/Opener.java", OPENER);
    Path loser = write("app/src/main/java/com/acme/Loser.java", LOSER);
    try (Client client = new Client().start()) {
      assertEquals(LEAK, rules(client.pull(client.open(loser, LOSER))));
    }
  }

  @Test void classFoldersHandResourcesOn() throws Exception {
    Path classes = folder.resolve("classes");
    compile(classes, "lib/Opener.java", OPENER);
    Path loser = write("src/com/acme/Loser.java", LOSER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", classes));
      assertEquals(LEAK, rules(client.pull(client.open(loser, LOSER))));
    }
  }

  @Test void anOwnerIsAskedAgainWhenItsUsersChange() throws Exception {
    modules();
    Path holder = write("src/main/java/com/acme/Holder.java", HOLDER);
    Path caller = write("src/main/java/com/acme/Caller.java", CALLER);
    write("src/main/java/com/acme/Session.java", SESSION);
    try (Client client = new Client().start()) {
      String owner = client.open(holder, HOLDER);
      assertEquals(List.of(), client.next(owner));
      String uri = client.open(caller, CALLER);
      client.change(uri, CALLER.replace("dispose", "isEstablished"));
      assertEquals(LEAK, rules(client.next(owner)), "nobody releases what the field keeps");
      client.change(uri, CALLER);
      assertEquals(List.of(), client.next(owner));
    }
  }
}
