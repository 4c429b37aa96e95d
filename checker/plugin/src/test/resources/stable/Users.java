package stable;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

final class Users {
  void quietOk(GSSManager manager) throws GSSException {
    Quietly.dispose(Factory.direct(manager));
  }

  void toldNotToBad(GSSManager manager) throws GSSException {
    GSSContext context = Factory.direct(manager);
    Quietly.dispose(context, false);
  }

  void madeFarAwayBad(GSSManager manager) throws GSSException {
    GSSContext context = Factory.make(manager);
    System.out.println(context.hashCode());
  }

  void twiceBad(GSSManager manager) throws GSSException {
    GSSContext context = Factory.direct(manager);
    Quietly.dispose(context);
    context.initSecContext(new byte[0], 0, 0);
  }

  void runOk(GSSManager manager) throws Exception {
    Runner.with(manager, c -> System.out.println(c.hashCode()));
  }

  void sessionOk(GSSManager manager) throws Exception {
    try (Session session = new Session(manager)) {
      session.use();
    }
  }

  void sessionBad(GSSManager manager) throws Exception {
    Session session = new Session(manager);
    session.use();
  }

  void serverOk(GSSManager manager) throws GSSException {
    Server server = new GssServer(manager);
    server.shut();
  }

  void serverBad(GSSManager manager) throws GSSException {
    Server server = new GssServer(manager);
    System.out.println(server);
  }
}
