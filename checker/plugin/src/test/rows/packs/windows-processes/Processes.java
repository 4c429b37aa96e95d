package rows;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.WinBase.PROCESS_INFORMATION;
import com.sun.jna.platform.win32.WinBase.STARTUPINFO;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Handles of processes and threads. */
class Processes {
  static final Kernel32 KERNEL = Kernel32.INSTANCE;
  static final Advapi32 ADVAPI = Advapi32.INSTANCE;

  void openBad() {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    HANDLE process = KERNEL.OpenProcess(1, false, 7);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    HANDLE thread = KERNEL.OpenThread(1, false, 7);
    System.out.println("" + process + thread);
  }

  void openOk() {
    HANDLE process = KERNEL.OpenProcess(1, false, 7);
    if (process == null) {
      return;
    }
    try {
      HANDLE thread = KERNEL.OpenThread(1, false, 7);
      Kernel32Util.closeHandle(thread);
    } finally {
      KERNEL.CloseHandle(process);
    }
  }

  void createBad(STARTUPINFO start) {
    PROCESS_INFORMATION info = new PROCESS_INFORMATION();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    KERNEL.CreateProcess(null, "x", null, null, false, null, null, null, start, info);
    PROCESS_INFORMATION other = new PROCESS_INFORMATION();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    KERNEL.CreateProcessW(null, new char[1], null, null, false, null, null, null, start, other);
  }

  void threadForgottenBad(STARTUPINFO start) {
    PROCESS_INFORMATION info = new PROCESS_INFORMATION();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    if (KERNEL.CreateProcess(null, "x", null, null, false, null, null, null, start, info)) {
      KERNEL.CloseHandle(info.hProcess);
    }
  }

  void createOk(STARTUPINFO start) {
    PROCESS_INFORMATION info = new PROCESS_INFORMATION();
    if (KERNEL.CreateProcess(null, "x", null, null, false, null, null, null, start, info)) {
      KERNEL.CloseHandle(info.hThread);
      KERNEL.CloseHandle(info.hProcess);
    }
    PROCESS_INFORMATION other = new PROCESS_INFORMATION();
    if (KERNEL.CreateProcessW(null, new char[1], null, null, false, null, null, null, start, other)) {
      Kernel32Util.closeHandles(other.hThread, other.hProcess);
    }
  }

  void asUserBad(HANDLE token, STARTUPINFO start) {
    PROCESS_INFORMATION info = new PROCESS_INFORMATION();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.CreateProcessAsUser(token, null, "x", null, null, false, 0, null, null, start, info);
    PROCESS_INFORMATION other = new PROCESS_INFORMATION();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.CreateProcessWithLogonW("me", "here", "word", 0, null, "x", 0, null, null, start, other);
  }

  void asUserOk(HANDLE token, STARTUPINFO start) {
    PROCESS_INFORMATION info = new PROCESS_INFORMATION();
    if (ADVAPI.CreateProcessAsUser(token, null, "x", null, null, false, 0, null, null, start, info)) {
      KERNEL.CloseHandle(info.hThread);
      KERNEL.CloseHandle(info.hProcess);
    }
    PROCESS_INFORMATION other = new PROCESS_INFORMATION();
    if (ADVAPI.CreateProcessWithLogonW("me", "here", "word", 0, null, "x", 0, null, null, start, other)) {
      KERNEL.CloseHandle(other.hThread);
      KERNEL.CloseHandle(other.hProcess);
    }
  }

  void copyBad(HANDLE here, HANDLE of) {
    HANDLEByReference copy = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    KERNEL.DuplicateHandle(here, of, here, copy, 0, false, 2);
  }

  void copyOk(HANDLE here, HANDLE of) {
    HANDLEByReference one = new HANDLEByReference();
    if (KERNEL.DuplicateHandle(here, of, here, one, 0, false, 2)) {
      Kernel32Util.closeHandleRef(one);
    }
    HANDLEByReference two = new HANDLEByReference();
    if (KERNEL.DuplicateHandle(here, of, here, two, 0, false, 2)) {
      Kernel32Util.closeHandleRefs(two);
    }
  }

  void tokenOk(HANDLE process) {
    HANDLEByReference token = new HANDLEByReference();
    if (ADVAPI.OpenProcessToken(process, 8, token)) {
      KERNEL.CloseHandle(token.getValue());
    }
  }
}
