package rows;

import com.sun.security.jgss.ExtendedGSSCredential;
import java.security.Provider;
import java.security.Security;
import java.util.Map;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.sasl.*;
import org.ietf.jgss.*;

/** JGSS, SASL, JAAS and providers of the JDK. */
class Jdk {
  void credentialBad(GSSManager manager) throws GSSException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    manager.createCredential(GSSCredential.INITIATE_ONLY);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    manager.createCredential(null, 0, (Oid) null, GSSCredential.INITIATE_ONLY);
  }

  void credentialOk(GSSManager manager) throws GSSException {
    manager.createCredential(GSSCredential.INITIATE_ONLY).dispose();
    manager.createCredential(null, 0, (Oid) null, GSSCredential.INITIATE_ONLY).dispose();
  }

  void contextBad(GSSManager manager, GSSName peer, GSSCredential cred, byte[] packed) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    manager.createContext(peer, null, cred, 0);
    // BUG: Diagnostic contains: [SecurityContextLeak]
    manager.createContext(cred);
    // BUG: Diagnostic contains: [SecurityContextLeak]
    manager.createContext(packed);
  }

  void contextOk(GSSManager manager, GSSName peer, GSSCredential cred, byte[] packed) throws GSSException {
    manager.createContext(peer, null, cred, 0).dispose();
    manager.createContext(cred).dispose();
    manager.createContext(packed).dispose();
  }

  byte[] exportBad(GSSContext context) throws GSSException {
    byte[] packed = context.export();
    // BUG: Diagnostic contains: [UseAfterRelease]
    context.getMIC(packed, 0, 1, null);
    return packed;
  }

  byte[] exportOk(GSSManager manager) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null);
    try {
      return context.export();
    } finally {
      context.dispose();
    }
  }

  void delegatedBad(GSSContext context) throws GSSException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    context.getDelegCred();
  }

  void delegatedOk(GSSContext context) throws GSSException {
    GSSCredential cred = context.getDelegCred();
    if (cred != null) {
      cred.dispose();
    }
  }

  void impersonateBad(ExtendedGSSCredential cred, GSSName user) throws GSSException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    cred.impersonate(user);
  }

  void impersonateOk(ExtendedGSSCredential cred, GSSName user) throws GSSException {
    cred.impersonate(user).dispose();
  }

  void loginBad() throws LoginException {
    // BUG: Diagnostic contains: [LoginNotLoggedOut]
    new LoginContext("here").login();
  }

  void loginOk() throws LoginException {
    LoginContext login = new LoginContext("here");
    login.login();
    login.logout();
  }

  void saslBad(SaslClientFactory clients, SaslServerFactory servers, Map<String, ?> none) throws SaslException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Sasl.createSaslClient(new String[0], "me", "ldap", "there", none, null);
    // BUG: Diagnostic contains: [SecurityContextLeak]
    clients.createSaslClient(new String[0], "me", "ldap", "there", none, null);
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Sasl.createSaslServer("GSSAPI", "ldap", "here", none, null);
    // BUG: Diagnostic contains: [SecurityContextLeak]
    servers.createSaslServer("GSSAPI", "ldap", "here", none, null);
  }

  void saslClientOk(SaslClientFactory clients, Map<String, ?> none, boolean own) throws SaslException {
    SaslClient client = own ? clients.createSaslClient(new String[0], "me", "ldap", "there", none, null)
        : Sasl.createSaslClient(new String[0], "me", "ldap", "there", none, null);
    if (client != null) {
      client.dispose();
    }
  }

  void saslServerOk(SaslServerFactory servers, Map<String, ?> none, boolean own) throws SaslException {
    SaslServer server = own ? servers.createSaslServer("GSSAPI", "ldap", "here", none, null)
        : Sasl.createSaslServer("GSSAPI", "ldap", "here", none, null);
    if (server != null) {
      server.dispose();
    }
  }

  void addedBad(Provider provider, GSSManager manager) throws GSSException {
    Security.addProvider(provider);
    GSSContext context = manager.createContext((GSSCredential) null);
    // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
    provider.clear();
    context.dispose();
  }

  void addedOk(Provider provider, GSSManager manager) throws GSSException {
    Security.addProvider(provider);
    manager.createContext((GSSCredential) null).dispose();
    provider.clear();
  }

  void insertedBad(Provider provider, GSSManager manager) throws GSSException {
    Security.insertProviderAt(provider, 1);
    GSSContext context = manager.createContext((GSSCredential) null);
    // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
    provider.clear();
    context.dispose();
  }

  void insertedOk(Provider provider, GSSManager manager) throws GSSException {
    Security.insertProviderAt(provider, 1);
    manager.createContext((GSSCredential) null).dispose();
    provider.clear();
  }

  void managerBad(Provider provider, GSSManager manager) throws GSSException {
    manager.addProviderAtFront(provider, null);
    GSSContext context = manager.createContext((GSSCredential) null);
    // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
    provider.clear();
    context.dispose();
  }

  void managerEndBad(Provider provider, GSSManager manager) throws GSSException {
    manager.addProviderAtEnd(provider, null);
    GSSContext context = manager.createContext((GSSCredential) null);
    // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
    provider.clear();
    context.dispose();
  }

  void managerOk(Provider provider, GSSManager manager) throws GSSException {
    manager.addProviderAtFront(provider, null);
    manager.addProviderAtEnd(provider, null);
    manager.createContext((GSSCredential) null).dispose();
    provider.clear();
  }
}
