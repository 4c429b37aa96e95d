package rows;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinReg.HKEYByReference;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.ptr.PointerByReference;

/** Services, event logs, registry keys and encrypted files. */
class Services {
  static final Advapi32 ADVAPI = Advapi32.INSTANCE;

  void serviceBad() {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    SC_HANDLE manager = ADVAPI.OpenSCManager(null, null, 1);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    SC_HANDLE service = ADVAPI.OpenService(manager, "x", 1);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    SC_HANDLE made = ADVAPI.CreateService(manager, "x", "x", 1, 1, 1, 1, "x", null, null, null, null, null);
    System.out.println("" + service + made);
  }

  void serviceOk() {
    SC_HANDLE manager = ADVAPI.OpenSCManager(null, null, 1);
    if (manager == null) {
      return;
    }
    try {
      SC_HANDLE service = ADVAPI.OpenService(manager, "x", 1);
      if (service == null) {
        service = ADVAPI.CreateService(manager, "x", "x", 1, 1, 1, 1, "x", null, null, null, null, null);
      }
      ADVAPI.StartService(service, 0, null);
      ADVAPI.CloseServiceHandle(service);
    } finally {
      ADVAPI.CloseServiceHandle(manager);
    }
  }

  void logBad() {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    HANDLE log = ADVAPI.OpenEventLog(null, "System");
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    HANDLE backup = ADVAPI.OpenBackupEventLog(null, "x");
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    HANDLE source = ADVAPI.RegisterEventSource(null, "x");
    System.out.println("" + log + backup + source);
  }

  void logOk() {
    HANDLE log = ADVAPI.OpenEventLog(null, "System");
    if (log != null) {
      ADVAPI.ClearEventLog(log, "x");
      ADVAPI.CloseEventLog(log);
    }
    ADVAPI.CloseEventLog(ADVAPI.OpenBackupEventLog(null, "x"));
    HANDLE source = ADVAPI.RegisterEventSource(null, "x");
    ADVAPI.DeregisterEventSource(source);
  }

  void keyBad() {
    HKEYByReference key = new HKEYByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.RegOpenKeyEx(WinReg.HKEY_CURRENT_USER, "x", 0, 1, key);
    HKEYByReference made = new HKEYByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.RegCreateKeyEx(WinReg.HKEY_CURRENT_USER, "x", 0, null, 0, 1, null, made, null);
  }

  void keyOk() {
    HKEYByReference key = new HKEYByReference();
    if (ADVAPI.RegOpenKeyEx(WinReg.HKEY_CURRENT_USER, "x", 0, 1, key) == 0) {
      ADVAPI.RegCloseKey(key.getValue());
    }
    HKEYByReference made = new HKEYByReference();
    if (ADVAPI.RegCreateKeyEx(WinReg.HKEY_CURRENT_USER, "x", 0, null, 0, 1, null, made, null) != 0) {
      return;
    }
    ADVAPI.RegCloseKey(made.getValue());
  }

  void fileBad() {
    PointerByReference file = new PointerByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.OpenEncryptedFileRaw("x", null, file);
  }

  void fileOk() {
    PointerByReference file = new PointerByReference();
    if (ADVAPI.OpenEncryptedFileRaw("x", null, file) == 0) {
      ADVAPI.CloseEncryptedFileRaw(file.getValue());
    }
  }
}
