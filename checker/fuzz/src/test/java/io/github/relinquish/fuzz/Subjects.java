package io.github.relinquish.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Its class files are what the fuzzer edits: every sort of instruction, and resources for the engine. */
final class Subjects {
  sealed interface Shape permits Owner {}

  static final class Owner implements AutoCloseable, Shape {
    private GSSContext context;

    Owner(GSSManager manager) throws GSSException {
      context = manager.createContext((GSSCredential) null);
    }

    @Override public void close() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }
  }

  int run(GSSManager manager, String word, long number) throws Exception {
    List<GSSContext> all = new ArrayList<>();
    int result = 0;
    try (Owner owner = new Owner(manager)) {
      for (int i = 0; i < number; i++) {
        all.add(manager.createContext((GSSCredential) null));
      }
      switch (word) {
        case "a" -> result += (int) (number << 2) ^ 3;
        case "bb", "c" -> result = word.length() > 1 ? 1 : (byte) number;
        default -> throw new IllegalStateException(word + number);
      }
      Supplier<String> later = () -> word + owner;
      synchronized (this) {
        int[][] table = new int[2][3];
        table[1][2] = later.get().hashCode() % 7;
        result += table[1][2];
      }
    } catch (GSSException | RuntimeException e) {
      result = -1;
    } finally {
      for (GSSContext context : all) {
        context.dispose();
      }
    }
    return result;
  }
}
