import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.io.OutputStream;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

class Together {
  // The context is safe already.
  void contextIsSafe(ManagedSecBufferDesc token, OutputStream out) throws IOException {
    CredHandle cred = new CredHandle();
    int rc = Secur32.INSTANCE.AcquireCredentialsHandle(
        null, "Negotiate", Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, cred, null);
    if (rc != W32Errors.SEC_E_OK) {
      throw new Win32Exception(rc);
    }
    CtxtHandle ctx = new CtxtHandle();
    rc = Secur32.INSTANCE.InitializeSecurityContext(cred, null, "host/server", Sspi.ISC_REQ_CONNECTION, 0,
        Sspi.SECURITY_NATIVE_DREP, null, 0, ctx, token, new IntByReference(), null);
    if (rc != W32Errors.SEC_E_OK && rc != W32Errors.SEC_I_CONTINUE_NEEDED) {
      throw new Win32Exception(rc);
    }
    try {
      out.write(token.getBuffer(0).getBytes());
    } finally {
      Secur32.INSTANCE.DeleteSecurityContext(ctx);
    }
    Secur32.INSTANCE.FreeCredentialsHandle(cred);
  }

  // What follows on the two releases.
  byte[] answered(ManagedSecBufferDesc token, OutputStream out) throws IOException {
    CredHandle cred = new CredHandle();
    int rc = Secur32.INSTANCE.AcquireCredentialsHandle(
        null, "Negotiate", Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, cred, null);
    if (rc != W32Errors.SEC_E_OK) {
      throw new Win32Exception(rc);
    }
    CtxtHandle ctx = new CtxtHandle();
    rc = Secur32.INSTANCE.InitializeSecurityContext(cred, null, "host/server", Sspi.ISC_REQ_CONNECTION, 0,
        Sspi.SECURITY_NATIVE_DREP, null, 0, ctx, token, new IntByReference(), null);
    if (rc != W32Errors.SEC_E_OK && rc != W32Errors.SEC_I_CONTINUE_NEEDED) {
      Secur32.INSTANCE.FreeCredentialsHandle(cred);
      throw new Win32Exception(rc);
    }
    byte[] bytes = token.getBuffer(0).getBytes();
    out.write(bytes);
    Secur32.INSTANCE.DeleteSecurityContext(ctx);
    Secur32.INSTANCE.FreeCredentialsHandle(cred);
    return bytes;
  }

  // One of the ways has one of the releases.
  boolean ways(GSSManager manager, GSSName peer, byte[] in, OutputStream out) throws GSSException, IOException {
    GSSCredential cred = manager.createCredential(GSSCredential.INITIATE_ONLY);
    GSSContext ctx = manager.createContext(peer, null, cred, 0);
    byte[] token = ctx.initSecContext(in, 0, in.length);
    if (token == null) {
      ctx.dispose();
      return false;
    }
    out.write(token);
    ctx.dispose();
    cred.dispose();
    return true;
  }

  // The caller's, who may release it when something fails.
  void lent(GSSManager manager, GSSName peer, GSSCredential cred, byte[] in) throws GSSException {
    GSSContext ctx = manager.createContext(peer, null, cred, 0);
    ctx.initSecContext(in, 0, in.length);
    ctx.dispose();
    cred.dispose();
    System.out.println("done");
  }

  // A handler releases it too.
  boolean handled(GSSManager manager, GSSName peer, byte[] in) throws GSSException {
    GSSCredential cred = manager.createCredential(GSSCredential.INITIATE_ONLY);
    try {
      GSSContext ctx = manager.createContext(peer, null, cred, 0);
      ctx.initSecContext(in, 0, in.length);
      ctx.dispose();
      cred.dispose();
      return true;
    } catch (GSSException e) {
      cred.dispose();
      return false;
    }
  }

  // Something stands between the two.
  void between(CredHandle cred, ManagedSecBufferDesc token) {
    CtxtHandle ctx = new CtxtHandle();
    int rc = Secur32.INSTANCE.InitializeSecurityContext(cred, null, "host/server", Sspi.ISC_REQ_CONNECTION, 0,
        Sspi.SECURITY_NATIVE_DREP, null, 0, ctx, token, new IntByReference(), null);
    if (rc != W32Errors.SEC_E_OK && rc != W32Errors.SEC_I_CONTINUE_NEEDED) {
      throw new Win32Exception(rc);
    }
    Secur32.INSTANCE.FreeCredentialsHandle(cred);
    // Said in between.
    System.out.println("freed");
    Secur32.INSTANCE.DeleteSecurityContext(ctx);
  }
}
