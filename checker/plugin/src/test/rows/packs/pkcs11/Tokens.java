package rows;

import iaik.pkcs.pkcs11.Module;
import iaik.pkcs.pkcs11.Session;
import iaik.pkcs.pkcs11.Token;
import iaik.pkcs.pkcs11.TokenException;
import java.security.AuthProvider;
import java.security.Security;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.LoginException;
import sun.security.pkcs11.wrapper.PKCS11;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/** Sessions and logins of tokens. */
class Tokens {
  void sessionBad(PKCS11 api) throws PKCS11Exception {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    long session = api.C_OpenSession(0, 4, null, null);
    System.out.println(session);
  }

  void sessionOk(PKCS11 api) throws PKCS11Exception {
    long session = api.C_OpenSession(0, 4, null, null);
    api.C_CloseSession(session);
  }

  void loginBad(PKCS11 api, char[] pin) throws PKCS11Exception {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    long session = api.C_OpenSession(0, 4, null, null);
    // BUG: Diagnostic contains: [LoginNotLoggedOut]
    api.C_Login(session, 1, pin);
  }

  void loginOk(PKCS11 api, char[] pin) throws PKCS11Exception {
    long session = api.C_OpenSession(0, 4, null, null);
    try {
      api.C_Login(session, 1, pin);
      api.C_Logout(session);
    } finally {
      api.C_CloseSession(session);
    }
  }

  void closingLogsOutOk(PKCS11 api, char[] pin) throws PKCS11Exception {
    long session = api.C_OpenSession(0, 4, null, null);
    try {
      api.C_Login(session, 1, pin);
    } finally {
      api.C_CloseSession(session);
    }
  }

  void finalizedBad(PKCS11 api) throws PKCS11Exception {
    long session = api.C_OpenSession(0, 4, null, null);
    try {
      // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
      api.C_Finalize(null);
    } finally {
      api.C_CloseSession(session);
    }
  }

  void finalizedOk(PKCS11 api) throws PKCS11Exception {
    long session = api.C_OpenSession(0, 4, null, null);
    api.C_CloseSession(session);
    api.C_Finalize(null);
  }

  void objectBad(Token token) throws TokenException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Session session = token.openSession(true, false, null, null);
    System.out.println(session);
  }

  void objectOk(Token token) throws TokenException {
    Session session = token.openSession(true, false, null, null);
    session.closeSession();
  }

  void moduleBad(Token token, Module module) throws TokenException {
    Session session = token.openSession(true, false, null, null);
    try {
      // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
      module.finalize(null);
    } finally {
      session.closeSession();
    }
  }

  void providerBad(Subject subject, CallbackHandler ask) throws LoginException {
    AuthProvider provider = (AuthProvider) Security.getProvider("SunPKCS11");
    // BUG: Diagnostic contains: [LoginNotLoggedOut]
    provider.login(subject, ask);
  }

  void providerOk(Subject subject, CallbackHandler ask) throws LoginException {
    AuthProvider provider = (AuthProvider) Security.getProvider("SunPKCS11");
    provider.login(subject, ask);
    provider.logout();
  }
}
