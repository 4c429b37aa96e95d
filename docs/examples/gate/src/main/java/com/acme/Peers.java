package com.acme;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

/** Three old mistakes, and one method that is right. */
class Peers {
  private final GSSManager manager = GSSManager.getInstance();

  byte[] hello(GSSName peer) throws GSSException {
    GSSContext context = manager.createContext(peer, null, null, GSSContext.DEFAULT_LIFETIME);
    return context.initSecContext(new byte[0], 0, 0);
  }

  GSSName whoAmI() throws GSSException {
    GSSCredential own = manager.createCredential(GSSCredential.INITIATE_ONLY);
    return own.getName();
  }

  boolean accepts(byte[] token) {
    try {
      GSSContext context = manager.createContext((GSSCredential) null);
      context.acceptSecContext(token, 0, token.length);
      context.dispose();
      return true;
    } catch (GSSException e) {
      return false;
    }
  }

  byte[] sign(GSSName peer, byte[] text) throws GSSException {
    GSSContext context = manager.createContext(peer, null, null, GSSContext.DEFAULT_LIFETIME);
    try {
      return context.wrap(text, 0, text.length, null);
    } finally {
      context.dispose();
    }
  }
}
