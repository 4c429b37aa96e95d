package samples;

import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import waffle.windows.auth.IWindowsAuthProvider;
import waffle.windows.auth.IWindowsSecurityContext;
import waffle.windows.auth.impl.WindowsSecurityContextImpl;

/** A client's context is the client's own in every leg; what a provider answers is kept by its cache while it continues. */
class ClientLeg {
  static void clientOk(String service, InputStream in, OutputStream out) throws IOException {
    IWindowsSecurityContext context = WindowsSecurityContextImpl.getCurrent("Negotiate", service);
    try {
      do {
        out.write(context.getToken());
        if (!context.isContinue()) {
          break;
        }
        ManagedSecBufferDesc token = new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, in.readAllBytes());
        context.initialize(context.getHandle(), token, service);
      } while (true);
    } finally {
      context.dispose();
    }
  }

  static void givenUpOk(String service) {
    IWindowsSecurityContext context = WindowsSecurityContextImpl.getCurrent("Negotiate", service);
    if (context.isContinue()) {
      context.dispose();
      throw new IllegalStateException("one leg was expected");
    }
    context.dispose();
  }

  static void serverBad(IWindowsAuthProvider provider, byte[] token) {
    IWindowsSecurityContext context = provider.acceptSecurityToken("connection", token, "Negotiate");
    if (context.isContinue()) {
      // BUG: Diagnostic contains: is only lent and must not be released
      context.dispose();
      return;
    }
    context.dispose();
  }
}
