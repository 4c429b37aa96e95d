package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import waffle.windows.auth.IWindowsIdentity;
import waffle.windows.auth.impl.WindowsIdentityImpl;

/** An identity closes the token that it was made of. */
class TokenOfIdentity {
  void givenBad(HANDLE token) {
    IWindowsIdentity user = new WindowsIdentityImpl(token);
    user.dispose();
    // BUG: Diagnostic contains: is released a second time by Kernel32.CloseHandle()
    KERNEL.CloseHandle(token);
  }

  void cellBad(String user, String password) {
    HANDLEByReference token = new HANDLEByReference();
    if (!logon(user, password, token)) {
      return;
    }
    IWindowsIdentity identity = new WindowsIdentityImpl(token.getValue());
    identity.dispose();
    // BUG: Diagnostic contains: is released a second time by Kernel32.CloseHandle()
    KERNEL.CloseHandle(token.getValue());
  }

  void disposedOk(String user, String password) {
    HANDLEByReference token = new HANDLEByReference();
    if (!logon(user, password, token)) {
      return;
    }
    IWindowsIdentity identity = new WindowsIdentityImpl(token.getValue());
    try {
      use(identity.getFqn());
    } finally {
      identity.dispose();
    }
  }

  IWindowsIdentity handedOutOk(String user, String password) {
    HANDLEByReference token = new HANDLEByReference();
    return logon(user, password, token) ? new WindowsIdentityImpl(token.getValue()) : null;
  }

  void twoTokensOk(HANDLE token) {
    HANDLEByReference copy = new HANDLEByReference();
    if (!ADVAPI.DuplicateToken(token, 2, copy)) {
      return;
    }
    IWindowsIdentity identity = new WindowsIdentityImpl(copy.getValue());
    try {
      use(identity.getFqn());
    } finally {
      identity.dispose();
      KERNEL.CloseHandle(token);
    }
  }

  String closedInsteadOk(String user, String password) {
    HANDLEByReference token = new HANDLEByReference();
    if (!logon(user, password, token)) {
      return null;
    }
    try {
      IWindowsIdentity identity = new WindowsIdentityImpl(token.getValue());
      return identity.getFqn();
    } finally {
      KERNEL.CloseHandle(token.getValue());
    }
  }

  void closedFirstBad(HANDLE token) {
    IWindowsIdentity user = new WindowsIdentityImpl(token);
    KERNEL.CloseHandle(token);
    // BUG: Diagnostic contains: is released a second time by IWindowsIdentity.dispose()
    user.dispose();
  }

  void cellReusedOk(String password, String... users) {
    HANDLEByReference token = new HANDLEByReference();
    for (String user : users) {
      if (logon(user, password, token)) {
        new WindowsIdentityImpl(token.getValue()).dispose();
      }
    }
  }
}
