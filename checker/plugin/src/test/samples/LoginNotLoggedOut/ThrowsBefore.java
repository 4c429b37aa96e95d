package samples;

import static samples.Prelude.*;

import java.io.IOException;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.*;

/** Something throws between login and logout. */
class ThrowsBefore {
  void runBad(CallbackHandler user, byte[] in) throws LoginException, IOException {
    LoginContext login = new LoginContext("job", user);
    // BUG: Diagnostic contains: is not logged out when Prelude.exchange() throws
    login.login();
    exchange(in);
    login.logout();
  }

  void runOk(CallbackHandler user, byte[] in) throws LoginException, IOException {
    LoginContext login = new LoginContext("job", user);
    login.login();
    try {
      exchange(in);
    } finally {
      login.logout();
    }
  }
}
