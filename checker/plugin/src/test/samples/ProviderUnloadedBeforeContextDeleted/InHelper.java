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

  void anotherLibraryOk() {
    NativeLibrary library = NativeLibrary.getInstance("user32");
    CredHandle credentials = new CredHandle();
    if (acquire(credentials) != OK) {
      return;
    }
    unload(library);
    SSPI.FreeCredentialsHandle(credentials);
  }

  static final class Library implements AutoCloseable {
    private final NativeLibrary native32;

    Library(String name) {
      native32 = NativeLibrary.getInstance(name);
    }

    @Override public void close() {
      native32.close();
    }
  }

  void ofAnOwnerBad() {
    CredHandle credentials = new CredHandle();
    Library library = new Library("secur32");
    if (acquire(credentials) != OK) {
      return;
    }
    // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
    library.close();
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
