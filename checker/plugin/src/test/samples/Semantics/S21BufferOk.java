package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Memory that the package allocated. */
class S21BufferOk {
  String nameOf(String securityPackage) {
    PSecPkgInfo cell = new PSecPkgInfo();
    check(SSPI.QuerySecurityPackageInfo(securityPackage, cell));
    try {
      return cell.pPkgInfo.Name;
    } finally {
      SSPI.FreeContextBuffer(cell.pPkgInfo.getPointer());
    }
  }
}
