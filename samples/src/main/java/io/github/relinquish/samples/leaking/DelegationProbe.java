package io.github.relinquish.samples.leaking;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinError;

/** Loads the security library, asks it for credentials of one package, and unloads it again. */
public final class DelegationProbe {
  private DelegationProbe() {}

  public static void main(String[] args) {
    System.out.println(canDelegate(args[0]));
  }

  static boolean canDelegate(String securityPackage) {
    HMODULE library = Kernel32.INSTANCE.LoadLibraryEx("secur32.dll", null, 0);
    if (library == null) {
      throw new Win32Exception(Kernel32.INSTANCE.GetLastError());
    }
    CredHandle credentials = new CredHandle();
    int status = Secur32.INSTANCE.AcquireCredentialsHandle(
        null, securityPackage, Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, credentials, null);
    Kernel32.INSTANCE.FreeLibrary(library);
    if (status != WinError.SEC_E_OK) {
      return false;
    }
    Secur32.INSTANCE.FreeCredentialsHandle(credentials);
    return true;
  }
}
