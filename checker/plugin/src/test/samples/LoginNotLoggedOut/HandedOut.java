package samples;

import static samples.Prelude.*;

import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.*;

/** Where the Subject goes elsewhere, a logout would break whoever uses it. */
class HandedOut {
  private Subject kept;

  Subject returnedOk(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    login.login();
    return login.getSubject();
  }

  void storedOk(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    login.login();
    kept = login.getSubject();
  }

  Subject kept() {
    return kept;
  }

  int countedBad(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    // BUG: Diagnostic contains: [LoginNotLoggedOut]
    login.login();
    return login.getSubject().getPrincipals().size();
  }
}
