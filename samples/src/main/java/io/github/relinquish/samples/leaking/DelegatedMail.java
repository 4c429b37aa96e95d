package io.github.relinquish.samples.leaking;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** Asks a mail server for a token on behalf of a client that delegated its credentials. */
public final class DelegatedMail {
  private final GSSManager manager = GSSManager.getInstance();
  private final GSSName mailServer;
  private final Oid kerberos;

  public DelegatedMail(GSSName mailServer, Oid kerberos) {
    this.mailServer = mailServer;
    this.kerberos = kerberos;
  }

  /** The token for the mail server, or an empty one if the client delegated nothing. */
  public byte[] tokenFor(GSSContext client) throws GSSException {
    GSSCredential delegated = client.getDelegCred();
    if (delegated == null) {
      return new byte[0];
    }
    GSSContext mail = manager.createContext(mailServer, kerberos, delegated, GSSContext.DEFAULT_LIFETIME);
    try {
      return mail.initSecContext(new byte[0], 0, 0);
    } finally {
      delegated.dispose();
      mail.dispose();
      System.out.println("asked for " + delegated.getName());
    }
  }
}
