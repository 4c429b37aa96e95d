package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** A closure that ends the state of the thread is handed out: whoever gets it owes its call. */
class Closer {
  interface Undo extends AutoCloseable {
    @Override void close();
  }

  private Runnable kept;

  Undo lambdaOk(HANDLE token) {
    if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    return () -> ADVAPI.RevertToSelf();
  }

  AutoCloseable referenceOk(HANDLE token) {
    if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    return ADVAPI::RevertToSelf;
  }

  Undo contextOk(CtxtHandle client) {
    check(SSPI.ImpersonateSecurityContext(client));
    return () -> check(SSPI.RevertSecurityContext(client));
  }

  Undo anotherBad(HANDLE token) {
    // BUG: Diagnostic contains: is not reverted when the method returns
    if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    return () -> KERNEL.CloseHandle(token);
  }

  Undo betweenBad(HANDLE token, Runnable work) {
    // BUG: Diagnostic contains: is not reverted when Runnable.run() throws
    if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    work.run();
    return () -> ADVAPI.RevertToSelf();
  }

  void keptOk(HANDLE token) {
    if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    kept = () -> ADVAPI.RevertToSelf();
  }

  void stop() {
    kept.run();
  }

  String calledOk(HANDLE token) {
    try (Undo undo = lambdaOk(token)) {
      return Advapi32Util.getUserName();
    }
  }

  String notCalledBad(HANDLE token) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    Undo undo = lambdaOk(token);
    return Advapi32Util.getUserName() + undo;
  }
}
