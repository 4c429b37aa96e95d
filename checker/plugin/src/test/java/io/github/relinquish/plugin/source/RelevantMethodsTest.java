package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.summary.Relevance;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Methods that matter, and no others: each one too many is followed through all that it calls. */
final class RelevantMethodsTest {
  private static String relevantIn(String text) {
    Sources sources = Sources.of("Main.java", text);
    Relevance relevance = BothWays.summaries(sources.program()).relevance();
    TreeSet<String> found = new TreeSet<>();
    for (ClassShape shape : sources.program().classesIn(sources.unit(0))) {
      shape.methods().stream().map(MethodShape::key).filter(relevance::isRelevant).forEach(k -> found.add(k.shortName()));
    }
    return String.join(" ", found);
  }

  @Test void nameWhatIsLentToThem() {
    assertEquals("Main.credential", relevantIn("""
        import javax.security.auth.Subject;
        import org.ietf.jgss.GSSCredential;
        class Main {
          Object credential(Subject subject) { return subject.getPrivateCredentials(GSSCredential.class).iterator().next(); }
          Object key(Subject subject) { return subject.getPrivateCredentials(java.security.Key.class).iterator().next(); }
        }
        """));
  }

  @Test void callAnInterfaceLikeWhatItMayWrap() {
    assertEquals("Main.by", relevantIn("""
        interface Factory { Object createContext(byte[] token); }
        interface Scheme { void authenticate(String user); }
        class Main {
          Object by(Factory factory) { return factory.createContext(null); }
          // The class whose method is called like this one is nowhere on the class path.
          void with(Scheme scheme) { scheme.authenticate("me"); }
        }
        """));
  }

  @Test void runWhatTheirClassMayHaveMade() {
    assertEquals("Keeper.later Login.run", relevantIn("""
        import javax.security.auth.login.*;
        class Login implements Runnable {
          LoginContext context;
          @Override public void run() {
            try {
              context = new LoginContext("client");
              context.login();
            } catch (LoginException e) {
              throw new IllegalStateException(e);
            }
          }
        }
        class Keeper {
          private final Runnable login = new Login();
          void later() { login.run(); }
        }
        class Worker {
          void work(Iterable<Runnable> tasks) { tasks.forEach(Runnable::run); }
          void workOff(java.util.Queue<Runnable> tasks) { tasks.remove().run(); }
        }
        """));
  }

  @Test void areCalledByThoseThatHaveToDoWithWhatTheyHandOn() {
    assertEquals("Main.caller Main.open", relevantIn("""
        import org.ietf.jgss.*;
        class Main {
          GSSContext open(GSSManager manager) throws GSSException { return manager.createContext(new byte[0]); }
          void caller(GSSManager manager) throws GSSException { open(manager); }
          void other() { System.out.println("nothing"); }
        }
        """));
  }
}
