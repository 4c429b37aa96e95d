package samples;

import static samples.Prelude.*;

import com.sun.jna.NativeLibrary;
import com.sun.jna.platform.win32.Sspi.CredHandle;

/** The library goes away in a method that is given it. */
class InHelper {
  private static void unload(NativeLibrary library) {
    library.close();
  }

  void releasedTooLateBad() {
    NativeLibrary library = NativeLibrary.getInstance("secur32");
    CredHandle credentials = new CredHandle();
    if (acquire(credentials) != OK) {
      return;
    }
    // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
    unload(library);
    SSPI.FreeCredentialsHandle(credentials);
  }

  void releasedFirstOk() {
    NativeLibrary library = NativeLibrary.getInstance("secur32");
    CredHandle credentials = new CredHandle();
    if (acquire(credentials) != OK) {
      return;
    }
    SSPI.FreeCredentialsHandle(credentials);
    unload(library);
  }
}
