package com.acme;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

class Peer {
  byte[] greet(GSSManager manager, GSSName name, byte[] in) throws GSSException {
    GSSContext ctx = manager.createContext(name, null, null, 0);
    byte[] out = ctx.initSecContext(in, 0, in.length);
    ctx.dispose();
    return out;
  }
}
