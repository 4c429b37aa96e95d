package samples;

import static samples.Prelude.*;

import java.util.ArrayList;
import java.util.List;
import org.ietf.jgss.*;

/** A method that calls itself for the next position meets all elements. */
class PositionByPosition {
  private final List<GSSContext> open = new ArrayList<>();

  void add(byte[] exported) throws GSSException {
    open.add(GSS.createContext(exported));
  }

  void closeOk() throws GSSException {
    closeAll(0);
  }

  private void closeAll(int i) throws GSSException {
    if (i == open.size()) {
      return;
    }
    try {
      open.get(i).dispose();
    } finally {
      closeAll(i + 1);
    }
  }

  static void userOk(byte[] exported) throws GSSException {
    PositionByPosition all = new PositionByPosition();
    try {
      all.add(exported);
    } finally {
      all.closeOk();
    }
  }

  static void userBad(byte[] exported) throws GSSException {
    PositionByPosition all = new PositionByPosition();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    all.add(exported);
    all.closeAll(1);
  }

  void localOk(byte[] exported) throws GSSException {
    List<GSSContext> all = new ArrayList<>();
    all.add(GSS.createContext(exported));
    closeFrom(all, 0);
  }

  private static void closeFrom(List<GSSContext> all, int i) throws GSSException {
    if (i >= all.size()) {
      return;
    }
    try {
      all.get(i).dispose();
    } finally {
      closeFrom(all, i + 1);
    }
  }

  void localArrayOk(byte[] exported) throws GSSException {
    GSSContext[] all = {GSS.createContext(exported)};
    closeFrom(all, 0);
  }

  private static void closeFrom(GSSContext[] all, int i) throws GSSException {
    if (i < all.length) {
      if (all[i] != null) {
        all[i].dispose();
      }
      closeFrom(all, i + 1);
    }
  }

  void localBad(byte[] exported) throws GSSException {
    List<GSSContext> all = new ArrayList<>();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    all.add(GSS.createContext(exported));
    printFrom(all, 0);
  }

  private static void printFrom(List<GSSContext> all, int i) throws GSSException {
    if (i >= all.size()) {
      return;
    }
    System.out.println(all.get(i).getMech());
    printFrom(all, i + 1);
  }

  void localUnlessFailedBad(byte[] exported) throws GSSException {
    List<GSSContext> all = new ArrayList<>();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    all.add(GSS.createContext(exported));
    closeEstablishedFrom(all, 0);
  }

  private static void closeEstablishedFrom(List<GSSContext> all, int i) throws GSSException {
    if (i >= all.size()) {
      return;
    }
    if (all.get(i).isEstablished()) {
      all.get(i).dispose();
    }
    closeEstablishedFrom(all, i + 1);
  }
}
