package rows;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;
import java.lang.reflect.Proxy;

/** JNA platform's own interfaces, where cells and structs stand for handles. */
class Jna {
  static final Secur32 SSPI = Secur32.INSTANCE;
  static final Kernel32 KERNEL = Kernel32.INSTANCE;
  static final Advapi32 ADVAPI = Advapi32.INSTANCE;

  void initializeBad(CredHandle cred, SecBufferDesc in, ManagedSecBufferDesc out) {
    CtxtHandle ctx = new CtxtHandle();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    SSPI.InitializeSecurityContext(cred, null, "peer", 0, 0, 0, in, 0, ctx, out, new IntByReference(), null);
  }

  void initializeOk(CredHandle cred, SecBufferDesc in, ManagedSecBufferDesc out) {
    CtxtHandle ctx = new CtxtHandle();
    if (SSPI.InitializeSecurityContext(cred, null, "peer", 0, 0, 0, in, 0, ctx, out, new IntByReference(), null) >= 0) {
      SSPI.DeleteSecurityContext(ctx);
    }
  }

  void acceptBad(CredHandle cred, SecBufferDesc in, ManagedSecBufferDesc out) {
    CtxtHandle ctx = new CtxtHandle();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    SSPI.AcceptSecurityContext(cred, null, in, 0, 0, ctx, out, new IntByReference(), null);
  }

  void acceptOk(CredHandle cred, SecBufferDesc in, ManagedSecBufferDesc out) {
    CtxtHandle ctx = new CtxtHandle();
    if (SSPI.AcceptSecurityContext(cred, null, in, 0, 0, ctx, out, new IntByReference(), null) >= 0) {
      SSPI.DeleteSecurityContext(ctx);
    }
  }

  void packagesBad(IntByReference count) {
    PSecPkgInfo infos = new PSecPkgInfo();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    SSPI.EnumerateSecurityPackages(count, infos);
    PSecPkgInfo info = new PSecPkgInfo();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    SSPI.QuerySecurityPackageInfo("Negotiate", info);
  }

  void packagesOk(IntByReference count) {
    PSecPkgInfo infos = new PSecPkgInfo();
    if (SSPI.EnumerateSecurityPackages(count, infos) == 0) {
      SSPI.FreeContextBuffer(infos.pPkgInfo.getPointer());
    }
    PSecPkgInfo info = new PSecPkgInfo();
    if (SSPI.QuerySecurityPackageInfo("Negotiate", info) == 0) {
      SSPI.FreeContextBuffer(info.pPkgInfo.getPointer());
    }
  }

  void contextTokenBad(CtxtHandle ctx) {
    HANDLEByReference token = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    SSPI.QuerySecurityContextToken(ctx, token);
  }

  void contextTokenOk(CtxtHandle ctx) {
    HANDLEByReference token = new HANDLEByReference();
    if (SSPI.QuerySecurityContextToken(ctx, token) == 0) {
      Kernel32Util.closeHandleRef(token);
    }
  }

  void attributesBad(CtxtHandle ctx) {
    SecPkgContext_SessionKey key = new SecPkgContext_SessionKey();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    SSPI.QueryContextAttributes(ctx, 9, key);
  }

  void attributesOk(CtxtHandle ctx) {
    SecPkgContext_SessionKey key = new SecPkgContext_SessionKey();
    if (SSPI.QueryContextAttributes(ctx, 9, key) == 0) {
      key.free();
    }
    SecPkgContext_KeyInfo info = new SecPkgContext_KeyInfo();
    if (SSPI.QueryContextAttributes(ctx, 5, info) == 0) {
      info.free();
    }
    SecPkgContext_NegotiationInfo negotiated = new SecPkgContext_NegotiationInfo();
    if (SSPI.QueryContextAttributes(ctx, 12, negotiated) == 0) {
      negotiated.free();
    }
  }

  void credentialsAttributesBad(CredHandle cred) {
    SecPkgCredentials_Names names = new SecPkgCredentials_Names();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    SSPI.QueryCredentialsAttributes(cred, 1, names);
  }

  void credentialsAttributesOk(CredHandle cred) {
    SecPkgCredentials_Names names = new SecPkgCredentials_Names();
    if (SSPI.QueryCredentialsAttributes(cred, 1, names) == 0) {
      names.free();
    }
  }

  void logonBad() {
    HANDLEByReference token = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.LogonUser("me", "here", "word", 3, 0, token);
  }

  void logonOk() {
    HANDLEByReference token = new HANDLEByReference();
    if (ADVAPI.LogonUser("me", "here", "word", 3, 0, token)) {
      Kernel32Util.closeHandle(token.getValue());
    }
  }

  void openBad(HANDLE it) {
    HANDLEByReference process = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.OpenProcessToken(it, 8, process);
    HANDLEByReference thread = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.OpenThreadToken(it, 8, true, thread);
  }

  void openOk(HANDLE it) {
    HANDLEByReference process = new HANDLEByReference();
    if (ADVAPI.OpenProcessToken(it, 8, process)) {
      KERNEL.CloseHandle(process.getValue());
    }
    HANDLEByReference thread = new HANDLEByReference();
    if (ADVAPI.OpenThreadToken(it, 8, true, thread)) {
      Kernel32Util.closeHandles(thread.getValue());
    }
  }

  void duplicateBad(HANDLE it) {
    HANDLEByReference first = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.DuplicateToken(it, 2, first);
    HANDLEByReference second = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ADVAPI.DuplicateTokenEx(it, 0, null, 2, 1, second);
  }

  void duplicateOk(HANDLE it) {
    HANDLEByReference first = new HANDLEByReference();
    if (ADVAPI.DuplicateToken(it, 2, first)) {
      Kernel32Util.closeHandleRefs(first);
    }
    HANDLEByReference second = new HANDLEByReference();
    if (ADVAPI.DuplicateTokenEx(it, 0, null, 2, 1, second)) {
      KERNEL.CloseHandle(second.getValue());
    }
  }

  void libraryBad() {
    HMODULE library = KERNEL.LoadLibraryEx("kernel32", null, 0);
    if (library != null) {
      ((Freeing) KERNEL).FreeLibrary(library);
      // BUG: Diagnostic contains: [DoubleRelease]
      ((Freeing) KERNEL).FreeLibrary(library);
    }
  }

  void libraryOk() {
    HMODULE library = KERNEL.LoadLibraryEx("kernel32", null, 0);
    if (library != null) {
      ((Freeing) KERNEL).FreeLibrary(library);
    }
  }

  interface Freeing {
    boolean FreeLibrary(HMODULE library);
  }

  void nativeBad(Object proxy) {
    NativeLibrary library = ((Library.Handler) Proxy.getInvocationHandler(proxy)).getNativeLibrary();
    library.close();
    // BUG: Diagnostic contains: [UseAfterRelease]
    library.getFunction("x");
  }

  void nativeOk(Object proxy) {
    NativeLibrary library = ((Library.Handler) Proxy.getInvocationHandler(proxy)).getNativeLibrary();
    library.getFunction("x");
    library.dispose();
    library.close();
  }

  void privilegeBad() {
    Advapi32Util.Privilege debug = new Advapi32Util.Privilege("SeDebugPrivilege");
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    debug.enable();
  }

  void privilegeOk(boolean early) {
    try (Advapi32Util.Privilege debug = new Advapi32Util.Privilege("SeDebugPrivilege")) {
      debug.enable();
      if (early) {
        debug.disable();
      }
    }
  }

  void privilegeAtOnceOk() {
    Advapi32Util.Privilege debug = new Advapi32Util.Privilege("SeDebugPrivilege").enable();
    debug.close();
  }
}
