package io.github.relinquish.samples.leaking;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;

/** Contexts of one service, kept for clients that come back. */
public final class ContextPool {
  private final GSSManager manager = GSSManager.getInstance();
  private final Deque<GSSContext> idle = new ArrayDeque<>();
  private final GSSCredential service;

  public ContextPool() throws GSSException {
    Oid kerberos = new Oid("1.2.840.113554.1.2.2");
    service = manager.createCredential(null, GSSCredential.INDEFINITE_LIFETIME, kerberos, GSSCredential.ACCEPT_ONLY);
  }

  /** A context that the caller gives to {@link #putBack} or disposes. */
  public GSSContext take() throws GSSException {
    GSSContext kept = idle.poll();
    return kept != null ? kept : manager.createContext(service);
  }

  public void putBack(GSSContext context) {
    idle.add(context);
  }

  public void shutDown() throws GSSException {
    idle.clear();
    service.dispose();
  }
}
