package rows;

import java.io.IOException;
import java.security.KeyStore.PasswordProtection;
import javax.crypto.spec.PBEKeySpec;
import javax.security.auth.DestroyFailedException;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.kerberos.EncryptionKey;
import javax.security.auth.kerberos.KerberosKey;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KerberosTicket;

/** Passwords, keys and tickets that can be wiped. */
class Secrets {
  void protectionBad(char[] word) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    PasswordProtection protection = new PasswordProtection(word);
    System.out.println(protection.getPassword().length);
  }

  void protectionOk(char[] word) throws DestroyFailedException {
    PasswordProtection protection = new PasswordProtection(word);
    try {
      System.out.println(protection.getPassword().length);
    } finally {
      protection.destroy();
    }
  }

  void protectionAfterwardsBad(char[] word) throws DestroyFailedException {
    PasswordProtection protection = new PasswordProtection(word);
    protection.destroy();
    // BUG: Diagnostic contains: [UseAfterRelease]
    protection.getPassword();
  }

  void specBad(char[] word) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    PBEKeySpec spec = new PBEKeySpec(word);
    System.out.println(spec.getKeyLength());
  }

  void specOk(char[] word) {
    PBEKeySpec spec = new PBEKeySpec(word);
    try {
      System.out.println(spec.getKeyLength());
    } finally {
      spec.clearPassword();
    }
  }

  int askedBad(CallbackHandler handler) throws IOException, UnsupportedCallbackException {
    PasswordCallback ask = new PasswordCallback("word", false);
    handler.handle(new Callback[] {ask});
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    return ask.getPassword().length;
  }

  int askedOk(CallbackHandler handler) throws IOException, UnsupportedCallbackException {
    PasswordCallback ask = new PasswordCallback("word", false);
    handler.handle(new Callback[] {ask});
    char[] word = ask.getPassword();
    if (word == null) {
      return 0;
    }
    ask.clearPassword();
    return word.length;
  }

  /** The one who asked wipes it. */
  static class Fixed implements CallbackHandler {
    private final char[] word;

    Fixed(char[] word) {
      this.word = word;
    }

    @Override public void handle(Callback[] all) {
      for (Callback each : all) {
        answerOk(each);
      }
    }

    private void answerOk(Callback each) {
      if (each instanceof PasswordCallback ask) {
        ask.setPassword(word);
      }
    }
  }

  void ticketBad(KerberosPrincipal me, byte[] bytes) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    KerberosTicket ticket = new KerberosTicket(bytes, me, me, bytes, 1, new boolean[9], null, null, new java.util.Date(), null, null);
    ticket.getSessionKey();
  }

  void ticketOk(KerberosPrincipal me, byte[] bytes) throws DestroyFailedException {
    KerberosTicket ticket = new KerberosTicket(bytes, me, me, bytes, 1, new boolean[9], null, null, new java.util.Date(), null, null);
    ticket.getSessionKey();
    ticket.destroy();
  }

  void keysBad(KerberosPrincipal me, char[] word, byte[] bytes) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    KerberosKey key = new KerberosKey(me, word, null);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    EncryptionKey other = new EncryptionKey(bytes, 17);
    System.out.println(key.getKeyType() + other.getKeyType());
  }

  void keysOk(KerberosPrincipal me, char[] word, byte[] bytes) throws DestroyFailedException {
    KerberosKey key = new KerberosKey(me, word, null);
    System.out.println(key.getKeyType());
    key.destroy();
    EncryptionKey other = new EncryptionKey(bytes, 17);
    System.out.println(other.getKeyType());
    other.destroy();
  }
}
