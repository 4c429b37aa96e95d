package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Tokens come in reference cells. */
class TokenCell {
  void processTokenBad() {
    HANDLEByReference cell = new HANDLEByReference();
    // BUG: Diagnostic contains: access token 'cell' is not released
    if (!ADVAPI.OpenProcessToken(KERNEL.GetCurrentProcess(), WinNT.TOKEN_QUERY, cell)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    use(Advapi32Util.getTokenAccount(cell.getValue()));
  }

  void processTokenOk() {
    HANDLEByReference cell = new HANDLEByReference();
    if (ADVAPI.OpenProcessToken(KERNEL.GetCurrentProcess(), WinNT.TOKEN_QUERY, cell)) {
      try {
        use(Advapi32Util.getTokenAccount(cell.getValue()));
      } finally {
        Kernel32Util.closeHandleRef(cell);
      }
    }
  }

  /** What the cell holds is the token; whoever looks at it may throw. */
  void lookedAtBad() {
    HANDLEByReference cell = new HANDLEByReference();
    // BUG: Diagnostic contains: not released when Advapi32Util.getTokenAccount() throws Win32Exception
    if (ADVAPI.OpenProcessToken(KERNEL.GetCurrentProcess(), WinNT.TOKEN_QUERY, cell)) {
      use(Advapi32Util.getTokenAccount(cell.getValue()));
      KERNEL.CloseHandle(cell.getValue());
    }
  }

  void comparedOk(HANDLE token) {
    HANDLEByReference cell = new HANDLEByReference();
    cell.setValue(duplicateOf(token));
    if (!WinBase.INVALID_HANDLE_VALUE.equals(cell.getValue()) && cell.getValue() != null) {
      KERNEL.CloseHandle(cell.getValue());
      cell.setValue(null);
    }
  }

  private HANDLE duplicateOf(HANDLE token) {
    HANDLEByReference copy = new HANDLEByReference();
    if (!ADVAPI.DuplicateToken(token, WinNT.SECURITY_IMPERSONATION_LEVEL.SecurityImpersonation, copy)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    return copy.getValue();
  }

  void duplicateBad(HANDLE token) {
    HANDLEByReference copy = new HANDLEByReference();
    // BUG: Diagnostic contains: access token 'copy' is not released
    ADVAPI.DuplicateToken(token, WinNT.SECURITY_IMPERSONATION_LEVEL.SecurityImpersonation, copy);
  }

  void closedByMethodOk() {
    HANDLEByReference cell = new HANDLEByReference();
    if (ADVAPI.OpenProcessToken(KERNEL.GetCurrentProcess(), WinNT.TOKEN_QUERY, cell)) {
      close(cell);
    }
  }

  private static void close(HANDLEByReference cell) {
    HANDLE token = cell.getValue();
    KERNEL.CloseHandle(token);
  }

  void closedByLambdaOk() throws Exception {
    HANDLEByReference cell = new HANDLEByReference();
    if (ADVAPI.OpenProcessToken(KERNEL.GetCurrentProcess(), WinNT.TOKEN_QUERY, cell)) {
      try (AutoCloseable closer = () -> KERNEL.CloseHandle(cell.getValue())) {
        use(Advapi32Util.getTokenAccount(cell.getValue()));
      }
    }
  }

  void passedOnBad() {
    HANDLEByReference cell = new HANDLEByReference();
    // BUG: Diagnostic contains: access token 'cell' is not released
    if (ADVAPI.OpenProcessToken(KERNEL.GetCurrentProcess(), WinNT.TOKEN_QUERY, cell)) {
      look(cell);
    }
  }

  private static void look(HANDLEByReference cell) {
    use(cell.getValue());
  }

  private HANDLEByReference kept;

  void reopenBad() {
    HANDLEByReference fresh = new HANDLEByReference();
    // BUG: Diagnostic contains: is not released when reopenBad() assigns it again
    if (ADVAPI.OpenProcessToken(KERNEL.GetCurrentProcess(), WinNT.TOKEN_QUERY, fresh)) {
      kept = fresh;
    }
  }

  void close() {
    if (kept != null) {
      KERNEL.CloseHandle(kept.getValue());
      kept = null;
    }
  }
}
