package samples;

import static samples.Prelude.*;

import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.*;

/** A method that answers a login that has been made. */
class Returned {
  private LoginContext open(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    login.login();
    return login;
  }

  void callerOk(CallbackHandler user) throws LoginException {
    LoginContext login = open(user);
    try {
      use(login.getSubject().getPrincipals().size());
    } finally {
      login.logout();
    }
  }

  void callerBad(CallbackHandler user) throws LoginException {
    // BUG: Diagnostic contains: [LoginNotLoggedOut]
    LoginContext login = open(user);
    use(login.getSubject().getPrincipals().size());
  }
}
