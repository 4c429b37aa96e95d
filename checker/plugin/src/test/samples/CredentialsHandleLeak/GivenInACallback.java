package samples;

import java.io.IOException;
import javax.security.auth.callback.*;
import org.ietf.jgss.*;

/** A callback carries delegated credentials to the handler, which has them from then on, unless it throws. */
class GivenInACallback {
  static final class Delegated implements Callback {
    private final GSSCredential credentials;

    Delegated(GSSCredential credentials) {
      this.credentials = credentials;
    }

    GSSCredential credentials() {
      return credentials;
    }
  }

  void delegate(CallbackHandler handler, GSSContext context) throws GSSException, IOException, UnsupportedCallbackException {
    GSSCredential credentials = context.getDelegCred();
    try {
      handler.handle(new Callback[] {new Delegated(credentials)});
    } catch (IOException | UnsupportedCallbackException e) {
      credentials.dispose();
      throw e;
    }
  }

  void delegateOrFail(CallbackHandler handler, GSSContext context) throws GSSException, IOException, UnsupportedCallbackException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    GSSCredential credentials = context.getDelegCred();
    handler.handle(new Callback[] {new Delegated(credentials)});
  }
}
