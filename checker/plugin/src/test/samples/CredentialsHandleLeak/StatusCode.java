package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.util.Objects;

/** The status says whether there is anything to free. */
class StatusCode {
  boolean negatedOk() {
    CredHandle mine = new CredHandle();
    if (!(acquire(mine) == OK)) {
      return false;
    }
    SSPI.FreeCredentialsHandle(mine);
    return true;
  }

  boolean switchOk() {
    CredHandle mine = new CredHandle();
    switch (acquire(mine)) {
      case WinError.SEC_E_OK:
        SSPI.FreeCredentialsHandle(mine);
        return true;
      case WinError.SEC_E_NO_CREDENTIALS:
        return false;
      default:
        throw new IllegalStateException();
    }
  }

  boolean earlyReturnBad(boolean isDry) {
    CredHandle mine = new CredHandle();
    // BUG: Diagnostic contains: credentials handle 'mine' is not released when the method returns
    if (acquire(mine) != OK) {
      return false;
    }
    if (isDry) {
      return true;
    }
    SSPI.FreeCredentialsHandle(mine);
    return true;
  }

  /** Whether that is a failure says a function of the library. */
  void askedOk() {
    CredHandle mine = new CredHandle();
    int status = acquire(mine);
    if (W32Errors.FAILED(status)) {
      throw new Win32Exception(status);
    }
    SSPI.FreeCredentialsHandle(mine);
  }

  void askedInHelpersOk() {
    CredHandle mine = new CredHandle();
    open(mine);
    SSPI.FreeCredentialsHandle(mine);
  }

  private static void open(CredHandle to) {
    require(acquire(to));
  }

  private static void require(int status) {
    if (!W32Errors.SUCCEEDED(status)) {
      throw new Win32Exception(status);
    }
  }

  void askedTheWrongWayBad() {
    CredHandle mine = new CredHandle();
    // BUG: Diagnostic contains: credentials handle 'mine' is not released when the method returns
    int status = acquire(mine);
    if (W32Errors.FAILED(status)) {
      SSPI.FreeCredentialsHandle(mine);
    }
  }

  void comparedAsObjectsOk() {
    CredHandle mine = new CredHandle();
    int status = acquire(mine);
    if (!Objects.equals(status, OK)) {
      return;
    }
    SSPI.FreeCredentialsHandle(mine);
  }

  void comparedTheWrongWayBad() {
    CredHandle mine = new CredHandle();
    // BUG: Diagnostic contains: credentials handle 'mine' is not released when the method returns
    int status = acquire(mine);
    if (Objects.equals(status, OK)) {
      return;
    }
    SSPI.FreeCredentialsHandle(mine);
  }
}
