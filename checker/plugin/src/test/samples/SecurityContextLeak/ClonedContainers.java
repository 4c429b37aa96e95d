package samples;

import static samples.Prelude.*;

import java.util.ArrayList;
import org.ietf.jgss.*;

/** What is in a copy of an array or a list is in both. */
class ClonedContainers {
  void arrayOk() throws Exception {
    GSSContext[] all = {GSS.createContext((GSSCredential) null)};
    try {
      System.in.read();
    } finally {
      for (GSSContext context : all.clone()) {
        context.dispose();
      }
    }
  }

  void arrayBad() throws Exception {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext[] all = {GSS.createContext((GSSCredential) null)};
    for (GSSContext context : all.clone()) {
      System.out.println(context);
    }
  }

  private final ArrayList<GSSContext> open = new ArrayList<>();

  void add() throws GSSException {
    open.add(GSS.createContext((GSSCredential) null));
  }

  @SuppressWarnings("unchecked")
  void closeOk() throws GSSException {
    for (GSSContext context : (ArrayList<GSSContext>) open.clone()) {
      context.dispose();
    }
    open.clear();
  }
}
