package samples;

import static samples.Prelude.*;

import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.*;

/** The Subject belongs to whoever made it. */
class GivenSubject {
  void intoTheirsOk(Subject theirs, CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", theirs, user);
    login.login();
  }

  void intoOursBad(CallbackHandler user) throws LoginException {
    Subject ours = new Subject();
    LoginContext login = new LoginContext("job", ours, user);
    // BUG: Diagnostic contains: [LoginNotLoggedOut]
    login.login();
    use(ours.getPrincipals().size());
  }
}
