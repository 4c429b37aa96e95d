package samples;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** What a stream of numbers makes are the elements of what comes out of it. */
class StreamsThatMake {
  static void eachOk(GSSManager manager, byte[] state, int size) {
    IntStream.range(0, size).mapToObj(i -> open(manager, state)).forEach(StreamsThatMake::quietly);
  }

  static void eachBad(GSSManager manager, byte[] state, int size) {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    IntStream.range(0, size).mapToObj(i -> open(manager, state)).forEach(System.out::println);
  }

  static void listOk(GSSManager manager, byte[] state, int size) {
    List<GSSContext> all = IntStream.range(0, size).mapToObj(i -> open(manager, state)).toList();
    for (GSSContext one : all) {
      quietly(one);
    }
  }

  static void listBad(GSSManager manager, byte[] state, int size) {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    List<GSSContext> all = IntStream.range(0, size).mapToObj(i -> open(manager, state)).toList();
    for (GSSContext one : all) {
      System.out.println(one);
    }
  }

  static void collectedOk(GSSManager manager, byte[] state, int size) {
    List<GSSContext> all = IntStream.range(0, size).mapToObj(i -> open(manager, state)).collect(Collectors.toList());
    all.forEach(StreamsThatMake::quietly);
  }

  static List<GSSContext> returnedOk(GSSManager manager, byte[] state, int size) {
    return IntStream.range(0, size).mapToObj(i -> open(manager, state)).collect(Collectors.toList());
  }

  private static GSSContext open(GSSManager manager, byte[] state) {
    try {
      return manager.createContext(state);
    } catch (GSSException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void quietly(GSSContext context) {
    try {
      context.dispose();
    } catch (GSSException e) {
      System.err.println(e);
    }
  }
}
