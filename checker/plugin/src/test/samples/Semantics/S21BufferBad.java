package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S21BufferBad {
  String packageOf(CtxtHandle context) {
    SecPkgContext_PackageInfo info = new SecPkgContext_PackageInfo();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    int status = SSPI.QueryContextAttributes(context, Sspi.SECPKG_ATTR_PACKAGE_INFO, info);
    return status == OK ? info.PackageInfo.Name : "";
  }
}
