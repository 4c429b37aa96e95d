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

  /** What the Subject is part of goes into a map of the caller's. */
  record Identity(Subject subject) {}

  interface Message extends java.util.Map<String, Object> {
    <T> void put(Class<T> key, T value);
  }

  void putOk(CallbackHandler user, Message message) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    login.login();
    message.put(Identity.class, new Identity(login.getSubject()));
  }

  void nameOnlyBad(CallbackHandler user, Message message) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    // BUG: Diagnostic contains: [LoginNotLoggedOut]
    login.login();
    message.put(String.class, "none");
  }

  /** Whoever has logged in has a Subject. */
  void testedOk(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    login.login();
    Subject subject = login.getSubject();
    if (subject != null) {
      kept = subject;
    }
  }
}
