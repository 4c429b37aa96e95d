package samples;

import static samples.Prelude.*;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import org.ietf.jgss.*;

/** Loops that go through lists and arrays from their ends, as one gives back what was acquired in turn. */
class Backwards {
  private static void quietly(GSSContext context) {
    try {
      context.dispose();
    } catch (GSSException e) {
      System.err.println(e);
    }
  }

  void listOk(List<byte[]> exported) throws GSSException {
    List<GSSContext> all = new ArrayList<>();
    try {
      for (byte[] one : exported) {
        all.add(GSS.createContext(one));
      }
    } finally {
      for (int i = all.size() - 1; i >= 0; i--) {
        quietly(all.get(i));
      }
    }
  }

  void arrayOk(byte[][] exported) throws GSSException {
    GSSContext[] all = new GSSContext[exported.length];
    try {
      for (int i = 0; i < exported.length; i++) {
        all[i] = GSS.createContext(exported[i]);
      }
    } finally {
      for (int i = all.length - 1; i >= 0; i--) {
        if (all[i] != null) {
          quietly(all[i]);
        }
      }
    }
  }

  void countedInTheTestOk(List<byte[]> exported) throws GSSException {
    List<GSSContext> all = new ArrayList<>();
    try {
      for (byte[] one : exported) {
        all.add(GSS.createContext(one));
      }
    } finally {
      int i = all.size();
      while (--i >= 0) {
        quietly(all.get(i));
      }
    }
  }

  void iteratorOk(List<byte[]> exported) throws GSSException {
    List<GSSContext> all = new ArrayList<>();
    try {
      for (byte[] one : exported) {
        all.add(GSS.createContext(one));
      }
    } finally {
      for (ListIterator<GSSContext> left = all.listIterator(all.size()); left.hasPrevious();) {
        quietly(left.previous());
      }
    }
  }

  void onlyLookedAtBad(List<byte[]> exported) throws GSSException {
    List<GSSContext> all = new ArrayList<>();
    for (byte[] one : exported) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      all.add(GSS.createContext(one));
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      System.out.println(all.get(i).isEstablished());
    }
  }
}
