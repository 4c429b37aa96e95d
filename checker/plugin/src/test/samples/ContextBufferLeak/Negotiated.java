package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Structs that have a free() of their own. */
class Negotiated {
  String nameBad(CtxtHandle context) {
    SecPkgContext_NegotiationInfo info = new SecPkgContext_NegotiationInfo();
    // BUG: Diagnostic contains: context buffer 'info' is not released
    check(SSPI.QueryContextAttributes(context, Sspi.SECPKG_ATTR_NEGOTIATION_INFO, info));
    return info.PackageInfo.pPkgInfo.Name;
  }

  String nameOk(CtxtHandle context) {
    SecPkgContext_NegotiationInfo info = new SecPkgContext_NegotiationInfo();
    check(SSPI.QueryContextAttributes(context, Sspi.SECPKG_ATTR_NEGOTIATION_INFO, info));
    try {
      return info.PackageInfo.pPkgInfo.Name;
    } finally {
      info.free();
    }
  }
}
