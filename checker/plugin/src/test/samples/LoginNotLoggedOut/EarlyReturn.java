package samples;

import static samples.Prelude.*;

import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.*;

/** A way out in the middle. */
class EarlyReturn {
  boolean checkBad(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    // BUG: Diagnostic contains: is not logged out when the method returns
    login.login();
    if (login.getSubject().getPrincipals().isEmpty()) {
      return false;
    }
    login.logout();
    return true;
  }

  boolean failedOk(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    try {
      login.login();
    } catch (LoginException e) {
      return false;
    }
    login.logout();
    return true;
  }
}
