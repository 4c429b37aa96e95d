package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;

/** The list of packages is one buffer. */
class Packages {
  int countBad() {
    IntByReference count = new IntByReference();
    PSecPkgInfo first = new PSecPkgInfo();
    // BUG: Diagnostic contains: context buffer 'first' is not released
    check(SSPI.EnumerateSecurityPackages(count, first));
    return first.toArray(count.getValue()).length;
  }

  int countOk() {
    IntByReference count = new IntByReference();
    PSecPkgInfo first = new PSecPkgInfo();
    check(SSPI.EnumerateSecurityPackages(count, first));
    try {
      return first.toArray(count.getValue()).length;
    } finally {
      SSPI.FreeContextBuffer(first.pPkgInfo.getPointer());
    }
  }

  void freedQuietlyOk() {
    PSecPkgInfo first = new PSecPkgInfo();
    check(SSPI.EnumerateSecurityPackages(new IntByReference(), first));
    freeQuietly(first);
  }

  /** No call in front of the handler is known to throw, and reading a pointer is not what it was written for. */
  private static void freeQuietly(PSecPkgInfo first) {
    try {
      SSPI.FreeContextBuffer(first.pPkgInfo.getPointer());
    } catch (RuntimeException e) {
      System.err.println(e.getMessage());
    }
  }
}
