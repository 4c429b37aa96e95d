package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Attributes that are copied into the struct allocate nothing. */
class OtherAttributes {
  int sizesOk(CtxtHandle context) {
    SecPkgContext_Sizes sizes = new SecPkgContext_Sizes();
    check(SSPI.QueryContextAttributes(context, Sspi.SECPKG_ATTR_SIZES, sizes));
    return sizes.cbMaxToken;
  }

  int keyBad(CtxtHandle context) {
    SecPkgContext_SessionKey key = new SecPkgContext_SessionKey();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    if (SSPI.QueryContextAttributes(context, Sspi.SECPKG_ATTR_SESSION_KEY, key) != OK) {
      return 0;
    }
    return key.SessionKeyLength;
  }
}
