package samples;

import static samples.Prelude.*;

import javax.security.auth.Subject;
import javax.security.auth.login.*;

/** A login that is there already is replaced by a new one. */
class Renewed {
  private LoginContext login;
  private final Subject subject = new Subject();

  private LoginContext get() {
    return login;
  }

  private void set(LoginContext login) {
    this.login = login;
  }

  private synchronized void inPlaceBad() throws LoginException {
    if (login == null) {
      throw new LoginException("not logged in");
    }
    // BUG: Diagnostic contains: login kept in field 'login' is not logged out
    login = new LoginContext("job", subject);
    login.login();
  }

  private synchronized void inPlaceOk() throws LoginException {
    if (login == null) {
      throw new LoginException("not logged in");
    }
    login.logout();
    login = new LoginContext("job", subject);
    login.login();
  }

  private void throughLocalBad() throws LoginException {
    LoginContext login = get();
    if (login == null) {
      throw new LoginException("not logged in");
    }
    use(1);
    login = new LoginContext("job", subject);
    login.login();
    // BUG: Diagnostic contains: login kept in field 'login' is not logged out
    set(login);
  }

  private void throughLocalOk() throws LoginException {
    LoginContext login = get();
    if (login == null) {
      throw new LoginException("not logged in");
    }
    login.logout();
    login = new LoginContext("job", subject);
    login.login();
    set(login);
  }

  /** Behind the new one. */
  private void oldLastOk() throws LoginException {
    LoginContext old = get();
    LoginContext next = new LoginContext("job", subject);
    next.login();
    set(next);
    if (old != null) {
      old.logout();
    }
  }

  /** Only the first time. */
  void onceOk() throws LoginException {
    if (login == null) {
      login = new LoginContext("job", subject);
      login.login();
    }
  }

  /** Nobody looks at what was there: it is called once. */
  void openOk() throws LoginException {
    login = new LoginContext("job", subject);
    login.login();
  }

  private final LoginContext kept = made();

  private static LoginContext made() {
    try {
      return new LoginContext("job");
    } catch (LoginException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same object logs in again. */
  void againOk() throws LoginException {
    kept.login();
  }

  private void givenBad(LoginContext login) throws LoginException {
    // BUG: Diagnostic contains: login 'login' is not logged out before givenBad() puts another in its place
    login = new LoginContext("job", login.getSubject());
    login.login();
    set(login);
  }

  private void givenOk(LoginContext login) throws LoginException {
    login.logout();
    login = new LoginContext("job", login.getSubject());
    login.login();
    set(login);
  }

  /** What the caller has is the caller's. */
  private void addedOk(LoginContext login) throws LoginException {
    LoginContext next = new LoginContext("job", login.getSubject());
    next.login();
    set(next);
  }

  /** Another object keeps the login for the one that renews it. */
  interface Holder {
    LoginContext getLogin();

    void setLogin(LoginContext login);
  }

  private final Holder holder = null;

  private void ofAnotherBad() throws LoginException {
    LoginContext login = holder.getLogin();
    if (login == null) {
      throw new LoginException("not logged in");
    }
    login = new LoginContext("job", subject);
    login.login();
    // BUG: Diagnostic contains: login 'login' is not logged out before setLogin() puts another in its place
    holder.setLogin(login);
  }

  private void ofAnotherOk() throws LoginException {
    LoginContext login = holder.getLogin();
    if (login == null) {
      throw new LoginException("not logged in");
    }
    login.logout();
    login = new LoginContext("job", subject);
    login.login();
    holder.setLogin(login);
  }

  private LoginContext afterIdleTestBad(LoginContext before) throws LoginException {
    // BUG: Diagnostic contains: login 'before' is tested for null in afterIdleTestBad() and not logged out
    if (null != before) {
      // log out
    }
    LoginContext next = new LoginContext("job", subject);
    next.login();
    return next;
  }

  /** The class's own getter and setter: what logs out is another method of the object. */
  static class OnItself {
    private final Subject subject = new Subject();
    private LoginContext login;

    LoginContext getLogin() {
      return login;
    }

    void setLogin(LoginContext login) {
      this.login = login;
    }

    private void logout() throws LoginException {
      if (getLogin() != null) {
        getLogin().logout();
      }
    }

    private void throughOwnMethodsOk() throws LoginException {
      LoginContext login = getLogin();
      if (login == null) {
        throw new LoginException("not logged in");
      }
      logout();
      login = new LoginContext("job", subject);
      login.login();
      setLogin(login);
    }

    void run() throws LoginException {
      throughOwnMethodsOk();
    }
  }

  /** A part of the object keeps the login. */
  static class OfPart {
    static class Part {
      private LoginContext login;

      LoginContext get() {
        return login;
      }

      void set(LoginContext login) {
        this.login = login;
      }
    }

    private final Subject subject = new Subject();
    private final Part part = new Part();

    private LoginContext getLogin() {
      return part.get();
    }

    private void setLogin(LoginContext login) {
      part.set(login);
    }

    void inPartBad() throws LoginException {
      LoginContext login = getLogin();
      if (login == null) {
        throw new LoginException("not logged in");
      }
      login = new LoginContext("job", subject);
      login.login();
      // BUG: Diagnostic contains: login kept in field 'part.login' is not logged out
      setLogin(login);
    }

    void inPartOk() throws LoginException {
      LoginContext login = getLogin();
      if (login == null) {
        throw new LoginException("not logged in");
      }
      login.logout();
      login = new LoginContext("job", subject);
      login.login();
      setLogin(login);
    }
  }

  void run(boolean first) throws LoginException {
    inPlaceBad();
    inPlaceOk();
    throughLocalBad();
    throughLocalOk();
    oldLastOk();
    ofAnotherBad();
    ofAnotherOk();
    set(afterIdleTestBad(get()));
    givenBad(get());
    givenOk(get());
    addedOk(get());
  }
}
