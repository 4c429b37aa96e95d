package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that acquires for its callers, under names that no row knows. */
class FactoriesInJarsTest {
  private static final String LIBRARY = """
      package lib;

      import java.security.*;
      import java.util.concurrent.Callable;
      import javax.security.auth.Subject;
      import org.ietf.jgss.*;

      public class Connections {
        private final GSSContext kept;

        public Connections(GSSContext kept) {
          this.kept = kept;
        }

        public static GSSContext dial(GSSManager manager) throws GSSException {
          return manager.createContext((GSSCredential) null);
        }

        public GSSContext kept() {
          return kept;
        }

        public static <T> T as(Subject subject, Callable<T> action) throws PrivilegedActionException {
          return Subject.doAs(subject, new PrivilegedExceptionAction<T>() {
            @Override public T run() throws Exception {
              return action.call();
            }
          });
        }
      }
      """;
  private static final String CHOOSER = """
      package lib;

      import java.util.*;
      import org.ietf.jgss.*;

      public class Schemes {
        public interface Scheme {
          boolean knows(String name);

          GSSContext start(GSSManager manager) throws GSSException;
        }

        public static class Kerberos implements Scheme {
          @Override public boolean knows(String name) {
            return name.startsWith("k");
          }

          @Override public GSSContext start(GSSManager manager) throws GSSException {
            return manager.createContext((GSSCredential) null);
          }
        }

        public static class Kept implements Scheme {
          private GSSContext kept;

          @Override public boolean knows(String name) {
            return false;
          }

          @Override public GSSContext start(GSSManager manager) {
            return kept;
          }
        }

        private final List<Scheme> schemes = new ArrayList<>();

        public Schemes() {
          schemes.add(new Kerberos());
        }

        public GSSContext start(String name, GSSManager manager) throws GSSException {
          for (Scheme scheme : schemes) {
            if (scheme.knows(name)) {
              return scheme.start(manager);
            }
          }
          throw new IllegalArgumentException(name);
        }

        public static class Others {
          private final Scheme scheme = new Kept();

          public GSSContext start(GSSManager manager) throws GSSException {
            return scheme.start(manager);
          }
        }
      }
      """;
  private static final String USER = """
      import javax.security.auth.Subject;
      import lib.Connections;
      import org.ietf.jgss.*;

      class User {
        void direct(GSSManager manager) throws GSSException {
          GSSContext context = Connections.dial(manager);
          System.out.println(context.getMech());
        }

        void untyped(GSSManager manager) throws GSSException {
          System.out.println(Connections.dial(manager).getMech());
        }

        private static GSSContext helper(GSSManager manager) throws GSSException {
          return Connections.dial(manager);
        }

        void throughHelper(GSSManager manager) throws GSSException {
          GSSContext context = helper(manager);
          System.out.println(context.isEstablished());
        }

        void good(GSSManager manager) throws GSSException {
          GSSContext context = helper(manager);
          try {
            System.out.println(context.getMech());
          } finally {
            context.dispose();
          }
        }

        void asSomebody(GSSManager manager, Subject subject) throws Exception {
          GSSContext context = Connections.as(subject, () -> manager.createContext((GSSCredential) null));
          System.out.println(context.getMech());
        }

        void chosen(lib.Schemes schemes, GSSManager manager) throws GSSException {
          GSSContext context = schemes.start("kerberos", manager);
          System.out.println(context.getMech());
        }

        void chosenAndGivenBack(lib.Schemes schemes, GSSManager manager) throws GSSException {
          GSSContext context = schemes.start("kerberos", manager);
          try {
            System.out.println(context.getMech());
          } finally {
            context.dispose();
          }
        }

        void keptByTheOthers(lib.Schemes.Others others, GSSManager manager) throws GSSException {
          System.out.println(others.start(manager).getMech());
        }

        void notMine(Connections connections) throws GSSException {
          System.out.println(connections.kept().getMech());
        }
      }
      """;

  private static final String UNNAMED = """
      class Unnamed {
        void peek(Wrapping wrapping) throws Exception {
          System.out.println(wrapping.open().getMech());
        }

        void chain(lib.Opener opener) throws Exception {
          System.out.println(opener.open().getMech());
        }
      }
      """;
  private static final String WRAPPING = """
      import lib.Opener;

      class Wrapping {
        private final Opener opener = new Opener();

        org.ietf.jgss.GSSContext open() throws Exception {
          return opener.open();
        }
      }
      """;
  private static final String OPENER = """
      package lib;

      import org.ietf.jgss.*;

      public class Opener {
        public GSSContext open() throws GSSException {
          return GSSManager.getInstance().createContext((GSSCredential) null);
        }
      }
      """;

  @TempDir Path folder;

  @Test void filesThatNameNoTypeCallThemToo() throws IOException {
    Path jar = jarOf(write("lib/Opener.java", OPENER));
    Path wrapping = write("Wrapping.java", WRAPPING);
    Path user = write("Unnamed.java", UNNAMED);
    Set<String> expected = new TreeSet<>(Set.of("Unnamed.java:3 SecurityContextLeak", "Unnamed.java:7 SecurityContextLeak"));
    BothWays.Found together = new BothWays(List.of(jar)).judge(List.of(wrapping, user), Files.createDirectories(folder.resolve("together")));
    assertEquals(expected, together.fromSource());
    assertEquals(expected, together.fromClasses());
    Path earlier = Files.createDirectories(folder.resolve("earlier"));
    assertEquals(0, compile(earlier, List.of(jar), wrapping));
    BothWays.Found later = new BothWays(List.of(jar, earlier)).judge(List.of(user), Files.createDirectories(folder.resolve("later")));
    assertEquals(expected, later.fromSource());
    assertEquals(expected, later.fromClasses());
  }

  @Test void whatTheyAnswerIsFollowed() throws IOException {
    Path jar = jarOf(write("lib/Connections.java", LIBRARY), write("lib/Schemes.java", CHOOSER));
    BothWays.Found found = new BothWays(List.of(jar)).judge(List.of(write("User.java", USER)), Files.createDirectories(folder.resolve("user")));
    Set<String> expected = new TreeSet<>(Set.of(lineOf("= Connections.dial"), lineOf("println(Connections.dial"), lineOf("= helper(manager)"),
        lineOf("= Connections.as"), lineOf("= schemes.start")));
    assertEquals(expected, found.fromSource());
    assertEquals(expected, found.fromClasses());
  }

  private Path jarOf(Path... sources) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("library"));
    Path jar = folder.resolve("library.jar");
    assertEquals(0, compile(classes, List.of(), sources));
    assertEquals(0, ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "-cf", jar.toString(), "-C", classes.toString(), "."));
    return jar;
  }

  private static int compile(Path target, List<Path> classPath, Path... sources) {
    List<String> arguments = new ArrayList<>(List.of("-d", target.toString()));
    if (!classPath.isEmpty()) {
      arguments.addAll(List.of("-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
    }
    Stream.of(sources).map(Path::toString).forEach(arguments::add);
    return javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
  }

  private static String lineOf(String text) {
    return "User.java:" + (USER.substring(0, USER.indexOf(text)).lines().count()) + " SecurityContextLeak";
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve("sources").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
