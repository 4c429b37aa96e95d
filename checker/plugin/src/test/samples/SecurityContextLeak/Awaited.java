package samples;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** What a task answers begins where its answer is waited for. */
class Awaited {
  boolean getBad(ExecutorService pool, GSSManager manager, byte[] state) throws Exception {
    // BUG: Diagnostic contains: security context 'context' is not released when the method returns
    GSSContext context = pool.submit(() -> manager.createContext(state)).get();
    return context.isEstablished();
  }

  boolean droppedBad(ExecutorService pool, GSSManager manager, byte[] state) throws Exception {
    // BUG: Diagnostic contains: security context is not released
    return pool.submit(() -> manager.createContext(state)).get().isEstablished();
  }

  boolean joinBad(GSSManager manager, byte[] state) {
    // BUG: Diagnostic contains: security context 'context' is not released when the method returns
    GSSContext context = CompletableFuture.supplyAsync(() -> make(manager, state)).join();
    return context.isEstablished();
  }

  byte[] getOk(ExecutorService pool, GSSManager manager, byte[] state, byte[] token) throws Exception {
    GSSContext context = pool.submit(() -> manager.createContext(state)).get();
    try {
      return context.initSecContext(token, 0, token.length);
    } finally {
      context.dispose();
    }
  }

  byte[] workOk(ExecutorService pool, GSSManager manager, byte[] state, byte[] token) throws Exception {
    return pool.submit(() -> {
      GSSContext context = manager.createContext(state);
      try {
        return context.initSecContext(token, 0, token.length);
      } finally {
        context.dispose();
      }
    }).get();
  }

  boolean askedTwiceOk(ExecutorService pool, GSSManager manager, byte[] state) throws Exception {
    Future<GSSContext> future = pool.submit(() -> manager.createContext(state));
    boolean isEstablished = future.get().isEstablished();
    future.get().dispose();
    return isEstablished;
  }

  void whenCompleteOk(GSSManager manager, byte[] state) {
    CompletableFuture.supplyAsync(() -> make(manager, state)).thenAccept(Awaited::quietly).join();
  }

  GSSContext lentOk(ExecutorService pool, GSSContext context) throws Exception {
    return pool.submit(() -> context).get();
  }

  private static GSSContext make(GSSManager manager, byte[] state) {
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
