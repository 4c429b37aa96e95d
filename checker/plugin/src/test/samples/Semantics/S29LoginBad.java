package samples;

import static samples.Prelude.*;

import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.*;

/** A logout that also runs after a failed login. */
class S29LoginBad {
  void run(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("app", user);
    try {
      login.login();
      use(login.getSubject());
    } finally {
      // BUG: Diagnostic contains: [DoubleRelease]
      login.logout();
    }
  }
}
