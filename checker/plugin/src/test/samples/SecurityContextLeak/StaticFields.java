package samples;

import static samples.Prelude.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ietf.jgss.*;

/** What stays in a static field for the life of the process is no leak; what is forgotten there is one. */
class StaticFields {
  static final class Singleton {
    private static GSSContext shared;

    static synchronized GSSContext getOk() throws GSSException {
      if (shared == null) {
        shared = GSS.createContext((GSSCredential) null);
      }
      return shared;
    }
  }

  /** Called once, at the start. */
  static final class Started {
    private static GSSContext shared;

    static void initOk() throws GSSException {
      shared = GSS.createContext((GSSCredential) null);
    }
  }

  static final class Reset {
    private static GSSContext shared;

    static synchronized void openBad() throws GSSException {
      if (shared == null) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        shared = GSS.createContext((GSSCredential) null);
      }
    }

    static synchronized void reset() {
      shared = null;
    }
  }

  static final class Refreshed {
    private static GSSContext shared;

    static synchronized void refreshBad() throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      GSSContext fresh = GSS.createContext((GSSCredential) null);
      shared = fresh;
    }

    static synchronized void stop() throws GSSException {
      if (shared != null) {
        shared.dispose();
        shared = null;
      }
    }
  }

  static final class RefreshedByHelper {
    private static GSSContext shared;

    static synchronized void refreshOk() throws GSSException {
      stop();
      shared = GSS.createContext((GSSCredential) null);
    }

    static synchronized void swapOk() throws GSSException {
      GSSContext old = shared;
      shared = GSS.createContext((GSSCredential) null);
      if (old != null) {
        old.dispose();
      }
    }

    static synchronized void stop() throws GSSException {
      if (shared != null) {
        shared.dispose();
        shared = null;
      }
    }
  }

  /** Whoever asks a flag first knows more than is followed here. */
  static final class Flagged {
    private static GSSContext shared;
    private static boolean isOpen;

    static synchronized void openOk() throws GSSException {
      if (isOpen) {
        return;
      }
      shared = GSS.createContext((GSSCredential) null);
      isOpen = true;
    }

    static synchronized void stop() throws GSSException {
      if (isOpen) {
        shared.dispose();
      }
      shared = null;
      isOpen = false;
    }
  }

  static final class Registry {
    private static final List<GSSContext> ALL = new ArrayList<>();

    static void startBad() throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      ALL.add(GSS.createContext((GSSCredential) null));
    }

    static void endAll() {
      ALL.clear();
    }
  }

  static final class Sessions {
    private static final Map<String, GSSContext> BY_NAME = new HashMap<>();

    static void startOk(String name) throws GSSException {
      GSSContext old = BY_NAME.put(name, GSS.createContext((GSSCredential) null));
      if (old != null) {
        old.dispose();
      }
    }

    static void endOk(String name) throws GSSException {
      GSSContext gone = BY_NAME.remove(name);
      if (gone != null) {
        gone.dispose();
      }
    }

    static void endAllOk() throws GSSException {
      for (GSSContext context : BY_NAME.values()) {
        context.dispose();
      }
      BY_NAME.clear();
    }
  }

  static final class Evicted {
    private static final Map<String, GSSContext> BY_NAME = new HashMap<>();

    static void startBad(String name) throws GSSException {
      if (!BY_NAME.containsKey(name)) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        BY_NAME.put(name, GSS.createContext((GSSCredential) null));
      }
    }

    static void evict(String name) {
      BY_NAME.remove(name);
    }
  }
}
