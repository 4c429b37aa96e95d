package samples;

import static samples.Prelude.*;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.ptr.IntByReference;

/** Memory of a security package that is read after it was freed. */
class FreedMemory {
  String nameBad(String packageName) {
    PSecPkgInfo info = new PSecPkgInfo();
    check(SSPI.QuerySecurityPackageInfo(packageName, info));
    Pointer memory = info.pPkgInfo.getPointer();
    SSPI.FreeContextBuffer(memory);
    // BUG: Diagnostic contains: is used by Pointer.getWideString() after it was released
    return memory.getWideString(0);
  }

  int capabilitiesBad(CtxtHandle context) {
    SecPkgContext_PackageInfo info = new SecPkgContext_PackageInfo();
    check(SSPI.QueryContextAttributes(context, Sspi.SECPKG_ATTR_PACKAGE_INFO, info));
    SSPI.FreeContextBuffer(info.PackageInfo.getPointer());
    // BUG: Diagnostic contains: is used by Pointer.getInt() after it was released
    return info.PackageInfo.getPointer().getInt(0);
  }

  int readFirstOk(CtxtHandle context) {
    SecPkgContext_PackageInfo info = new SecPkgContext_PackageInfo();
    check(SSPI.QueryContextAttributes(context, Sspi.SECPKG_ATTR_PACKAGE_INFO, info));
    int capabilities = info.PackageInfo.getPointer().getInt(0);
    SSPI.FreeContextBuffer(info.PackageInfo.getPointer());
    return capabilities;
  }

  /** Fields of a struct, and its own memory, are those of Java. */
  String copiedOk() {
    IntByReference count = new IntByReference();
    PSecPkgInfo infos = new PSecPkgInfo();
    check(SSPI.EnumerateSecurityPackages(count, infos));
    SSPI.FreeContextBuffer(infos.pPkgInfo.getPointer());
    return infos.pPkgInfo.Name + count.getPointer().getInt(0);
  }

  long lowerHalfOk(CredHandle mine) {
    SSPI.FreeCredentialsHandle(mine);
    return mine.getPointer().getLong(0);
  }
}
