package client;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import vendor.Store;
import vendor.Vendor;

class Client {
  private final GSSManager manager = GSSManager.getInstance();

  void openedOk(Vendor vendor) throws GSSException {
    vendor.open().dispose();
  }

  void openedBad(Vendor vendor) throws GSSException {
    GSSContext context = vendor.open(); // BUG: SecurityContextLeak
    System.out.println(context.getMech());
  }

  GSSContext handedOn(Vendor vendor) throws GSSException {
    return vendor.open();
  }

  void throughHelperBad(Vendor vendor) throws GSSException {
    GSSContext context = handedOn(vendor); // BUG: SecurityContextLeak
    System.out.println(context.getMech());
  }

  void connectedBad(Vendor vendor) throws GSSException {
    var context = vendor.connect(); // BUG: SecurityContextLeak
    System.out.println(context.getMech());
  }

  void connectedOk(Vendor vendor) throws GSSException {
    var context = vendor.connect();
    context.dispose();
  }

  void sharedOk(Vendor vendor) throws GSSException {
    System.out.println(vendor.shared().getMech() + " " + vendor.exempt().getMech());
  }

  void keptOk(Vendor vendor) throws GSSException {
    vendor.keep(manager.createContext((GSSCredential) null));
  }

  void keptJdtOk(Vendor vendor) throws GSSException {
    vendor.keepJdt(manager.createContext((GSSCredential) null));
  }

  void onlySetBad(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null); // BUG: SecurityContextLeak
    vendor.setCurrent(context);
  }

  void onlyAddedBad(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null); // BUG: SecurityContextLeak
    vendor.addJdt(context);
  }

  void onlySetOk(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null);
    vendor.setCurrent(context);
    context.dispose();
  }

  void finishedOk(Vendor vendor) throws GSSException {
    vendor.finish(manager.createContext((GSSCredential) null));
  }

  void finishedAndUsedBad(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null);
    vendor.finish(context);
    context.initSecContext(new byte[0], 0, 0); // BUG: UseAfterRelease
  }

  void registeredBad(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null); // BUG: SecurityContextLeak
    vendor.registerForAWhile(context);
  }

  void endedOk(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null);
    vendor.end(context);
  }

  void onlyLookedAtBad(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null); // BUG: SecurityContextLeak
    vendor.look(context);
  }

  void endedIfOk(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null);
    if (!vendor.tryEnd(context)) {
      context.dispose();
    }
  }

  void endedIfBad(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null); // BUG: SecurityContextLeak
    if (vendor.tryEnd(context)) {
      System.out.println("ended");
    }
  }

  void tracedOk(Vendor vendor) throws GSSException {
    GSSContext context = vendor.traced(manager.createContext((GSSCredential) null));
    context.dispose();
  }

  void tracedBad(Vendor vendor) throws GSSException {
    GSSContext made = manager.createContext((GSSCredential) null); // BUG: SecurityContextLeak
    GSSContext context = vendor.traced(made);
    System.out.println(context.getMech());
  }

  void wrappedOk(Vendor vendor) throws GSSException {
    Vendor.Session session = vendor.wrap(manager.createContext((GSSCredential) null));
    session.shut();
  }

  void wrappedBad(Vendor vendor) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null); // BUG: SecurityContextLeak
    Vendor.Session session = vendor.wrap(context);
    System.out.println(session);
  }

  void takenBad(Store store) throws GSSException {
    GSSContext context = store.take(); // BUG: SecurityContextLeak
    System.out.println(context.getMech());
  }

  void takenOk(Store store) throws GSSException {
    store.take().dispose();
  }

  void acceptedOk(Store store) throws GSSException {
    store.accept(manager.createContext((GSSCredential) null));
  }

  void lentBad(Store store) throws GSSException {
    GSSContext context = manager.createContext((GSSCredential) null); // BUG: SecurityContextLeak
    store.lend(context);
  }
}
