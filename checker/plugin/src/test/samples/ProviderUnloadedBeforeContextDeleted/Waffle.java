package samples;

import static samples.Prelude.*;

import com.sun.jna.NativeLibrary;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** What WAFFLE makes lives in the library that JNA calls. */
class Waffle {
  void credentialsBad() {
    NativeLibrary library = NativeLibrary.getInstance("secur32");
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("Negotiate");
    // BUG: Diagnostic contains: credentials handle 'mine' is still alive when NativeLibrary.close() takes its provider away
    library.close();
    mine.dispose();
  }

  void contextBad(IWindowsAuthProvider provider, byte[] token) {
    HMODULE library = KERNEL.LoadLibraryEx("secur32.dll", null, 0);
    IWindowsSecurityContext client = provider.acceptSecurityToken("id", token, "Negotiate");
    // BUG: Diagnostic contains: security context 'client' is still alive when Kernel32.FreeLibrary() takes its provider away
    KERNEL.FreeLibrary(library);
    client.dispose();
  }

  void orderOk(IWindowsAuthProvider provider, byte[] token) {
    NativeLibrary library = NativeLibrary.getInstance("secur32");
    WindowsCredentialsHandleImpl.getCurrent("Negotiate").dispose();
    provider.acceptSecurityToken("id", token, "Negotiate").dispose();
    library.close();
  }

  void otherLibraryOk() {
    NativeLibrary library = NativeLibrary.getInstance("user32");
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("Negotiate");
    library.close();
    mine.dispose();
  }
}
