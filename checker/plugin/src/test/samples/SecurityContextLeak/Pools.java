package samples;

import static samples.Prelude.*;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ietf.jgss.*;

/** Who takes a context out of a pool gives it back to the pool. */
class Pools {
  private final Deque<GSSContext> idle = new ArrayDeque<>();

  byte[] workOk(byte[] message) throws GSSException {
    GSSContext context = take();
    try {
      return context.wrap(message, 0, message.length, null);
    } finally {
      giveBack(context);
    }
  }

  private GSSContext take() throws GSSException {
    GSSContext context = idle.poll();
    return context != null ? context : GSS.createContext((GSSCredential) null);
  }

  private void giveBack(GSSContext context) {
    idle.push(context);
  }

  void close() throws GSSException {
    for (GSSContext context : idle) {
      context.dispose();
    }
    idle.clear();
  }

  static class Drained {
    private final Deque<GSSContext> idle = new ArrayDeque<>();

    byte[] workOk(byte[] message) throws GSSException {
      GSSContext context = idle.poll();
      if (context == null) {
        context = GSS.createContext((GSSCredential) null);
      }
      try {
        return context.wrap(message, 0, message.length, null);
      } finally {
        idle.offer(context);
      }
    }

    void close() throws GSSException {
      GSSContext context;
      while ((context = idle.poll()) != null) {
        context.dispose();
      }
    }
  }

  static class Bad {
    private final Deque<GSSContext> idle = new ArrayDeque<>();

    byte[] workBad(byte[] message) throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      GSSContext context = take();
      byte[] sealed = context.wrap(message, 0, message.length, null);
      giveBack(context);
      return sealed;
    }

    private GSSContext take() throws GSSException {
      GSSContext context = idle.poll();
      return context != null ? context : GSS.createContext((GSSCredential) null);
    }

    private void giveBack(GSSContext context) {
      idle.push(context);
    }

    void close() throws GSSException {
      for (GSSContext context : idle) {
        context.dispose();
      }
      idle.clear();
    }
  }

  static class DisposedOnFailure {
    private final Deque<GSSContext> idle = new ArrayDeque<>();

    byte[] workOk(byte[] message) throws GSSException {
      GSSContext context = take();
      byte[] sealed;
      try {
        sealed = context.wrap(message, 0, message.length, null);
      } catch (GSSException e) {
        context.dispose();
        throw e;
      }
      giveBack(context);
      return sealed;
    }

    GSSContext take() throws GSSException {
      GSSContext context = idle.poll();
      return context != null ? context : GSS.createContext((GSSCredential) null);
    }

    void giveBack(GSSContext context) {
      idle.push(context);
    }

    void close() throws GSSException {
      GSSContext context;
      while ((context = idle.poll()) != null) {
        context.dispose();
      }
    }
  }
}
