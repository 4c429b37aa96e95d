package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Something that throws between the query and the free. */
class BetweenCalls {
  int sizeBad(String securityPackage) {
    PSecPkgInfo cell = new PSecPkgInfo();
    // BUG: Diagnostic contains: is not released when BetweenCalls.parse() throws
    check(SSPI.QuerySecurityPackageInfo(securityPackage, cell));
    int size = parse(cell.pPkgInfo.Comment);
    SSPI.FreeContextBuffer(cell.pPkgInfo.getPointer());
    return size;
  }

  int sizeOk(String securityPackage) {
    PSecPkgInfo cell = new PSecPkgInfo();
    check(SSPI.QuerySecurityPackageInfo(securityPackage, cell));
    String comment = cell.pPkgInfo.Comment;
    SSPI.FreeContextBuffer(cell.pPkgInfo.getPointer());
    return parse(comment);
  }

  private static int parse(String comment) {
    if (comment.isEmpty()) {
      throw new IllegalArgumentException("no comment");
    }
    return comment.length();
  }
}
