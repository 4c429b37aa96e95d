package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.ptr.IntByReference;

/** The package allocates the token: the buffer of the descriptor holds what is to be freed. */
class AllocatedToken {
  private static int begin(CredHandle credentials, CtxtHandle context, ManagedSecBufferDesc token) {
    return Secur32.INSTANCE.InitializeSecurityContext(credentials, context, "peer", Sspi.ISC_REQ_ALLOCATE_MEMORY, 0, Sspi.SECURITY_NATIVE_DREP, null, 0,
        context, token, new IntByReference(), null);
  }

  byte[] copiedOk(CredHandle credentials, CtxtHandle context) {
    ManagedSecBufferDesc token = new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN);
    if (begin(credentials, context, token) < 0) {
      return null;
    }
    byte[] copy = token.getBuffer(0).getBytes();
    Secur32.INSTANCE.FreeContextBuffer(token.getBuffer(0).pvBuffer);
    return copy;
  }

  byte[] copiedBad(CredHandle credentials, CtxtHandle context) {
    ManagedSecBufferDesc token = new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN);
    // BUG: Diagnostic contains: [ContextBufferLeak]
    int status = Secur32.INSTANCE.InitializeSecurityContext(credentials, context, "peer", Sspi.ISC_REQ_ALLOCATE_MEMORY, 0, Sspi.SECURITY_NATIVE_DREP,
        null, 0, context, token, new IntByReference(), null);
    if (status < 0) {
      return null;
    }
    byte[] copy = token.getBuffer(0).getBytes();
    if (copy.length > 0) {
      Secur32.INSTANCE.FreeContextBuffer(token.getBuffer(0).pvBuffer);
    }
    return copy;
  }

  byte[] atOnceOk(CredHandle credentials, CtxtHandle context) {
    ManagedSecBufferDesc token = new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN);
    int status = Secur32.INSTANCE.InitializeSecurityContext(credentials, context, "peer", Sspi.ISC_REQ_ALLOCATE_MEMORY, 0, Sspi.SECURITY_NATIVE_DREP,
        null, 0, context, token, new IntByReference(), null);
    if (status < 0) {
      return null;
    }
    try {
      return token.getBuffer(0).getBytes();
    } finally {
      Secur32.INSTANCE.FreeContextBuffer(token.getBuffer(0).pvBuffer);
    }
  }
}
