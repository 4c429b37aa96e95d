package rows;

import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.Sspi.SecBufferDesc;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** WAFFLE's interfaces and the classes behind them. */
class Waffle {
  void credentialsBad(IWindowsCredentialsHandle cred) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    new WindowsCredentialsHandleImpl(null, 2, "Negotiate").initialize();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    WindowsCredentialsHandleImpl.getCurrent("Negotiate");
  }

  void credentialsOk() {
    IWindowsCredentialsHandle cred = new WindowsCredentialsHandleImpl(null, 2, "Negotiate");
    cred.initialize();
    cred.dispose();
    WindowsCredentialsHandleImpl.getCurrent("Negotiate").dispose();
  }

  void contextBad(IWindowsCredentialsHandle cred, CtxtHandle old, SecBufferDesc in) {
    IWindowsSecurityContext context = new WindowsSecurityContextImpl();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    context.initialize(old, in, "peer");
    // BUG: Diagnostic contains: [SecurityContextLeak]
    WindowsSecurityContextImpl.getCurrent("Negotiate", "peer");
  }

  void contextOk(CtxtHandle old, SecBufferDesc in) {
    IWindowsSecurityContext context = new WindowsSecurityContextImpl();
    context.initialize(old, in, "peer");
    context.dispose();
    WindowsSecurityContextImpl.getCurrent("Negotiate", "peer").dispose();
  }

  void nativeContextOk(CtxtHandle ctx) {
    WindowsSecurityContextImpl.dispose(ctx);
  }

  void tokenBad(IWindowsAuthProvider provider, byte[] token) {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    provider.acceptSecurityToken("id", token, "Negotiate");
  }

  void tokenOk(IWindowsAuthProvider provider, byte[] token) {
    provider.acceptSecurityToken("id", token, "Negotiate").dispose();
  }

  void identityBad(IWindowsSecurityContext context, IWindowsAuthProvider provider, HANDLE token) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    context.getIdentity();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    provider.logonUser("me", "word");
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    provider.logonDomainUser("me", "here", "word");
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    provider.logonDomainUserEx("me", "here", "word", 3, 0);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    new WindowsIdentityImpl(token);
  }

  void identityOk(IWindowsSecurityContext context, IWindowsAuthProvider provider, HANDLE token) {
    context.getIdentity().dispose();
    provider.logonUser("me", "word").dispose();
    provider.logonDomainUser("me", "here", "word").dispose();
    provider.logonDomainUserEx("me", "here", "word", 3, 0).dispose();
    new WindowsIdentityImpl(token).dispose();
  }

  void impersonateBad(IWindowsSecurityContext context) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    context.impersonate();
  }

  void impersonateIdentityBad(IWindowsIdentity identity) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    identity.impersonate();
  }

  void impersonateOk(IWindowsSecurityContext context, IWindowsIdentity identity) {
    context.impersonate().revertToSelf();
    identity.impersonate().revertToSelf();
  }
}
