package samples;

import static samples.Prelude.*;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.WinError;

/** Attributes that know how to give back what hangs on them, and do not. */
class OnlyForgotten {
  static class NamesBad extends SecPkgCredentials_Names {
    Pointer other;

    void fill(Pointer pointer) {
      other = pointer;
    }

    @Override public synchronized int free() {
      // BUG: Diagnostic contains: free() releases a context buffer, but only forgets what 'other' holds
      if (other != null) {
        int result = 0;
        other = null;
        return result;
      }
      return WinError.SEC_E_OK;
    }
  }

  static class TwoBad extends SecPkgContext_KeyInfo {
    Pointer first;
    Pointer second;

    void fill(Pointer pointer) {
      first = pointer;
      second = pointer;
    }

    @Override public synchronized void free() {
      // BUG: Diagnostic contains: [ContextBufferLeak]
      if (first != null) {
        first = null;
      }
      if (second != null) {
        Secur32.INSTANCE.FreeContextBuffer(second);
        second = null;
      }
    }
  }

  /** Who asks learns whether there was something. */
  static class ToldOk extends SecPkgCredentials_Names {
    Pointer other;

    void fill(Pointer pointer) {
      other = pointer;
    }

    @Override public synchronized int free() {
      int count = 0;
      if (other != null) {
        count = 1;
        other = null;
      }
      return count;
    }
  }

  /** Forgetting without a test is mere tidiness; so is what the platform collects. */
  static class TidyOk extends SecPkgContext_SessionKey {
    Pointer borrowed;
    String name;

    void fill(Pointer pointer, String text) {
      borrowed = pointer;
      name = text;
    }

    @Override public synchronized void free() {
      super.free();
      borrowed = null;
      if (name != null) {
        name = null;
      }
    }
  }
}
