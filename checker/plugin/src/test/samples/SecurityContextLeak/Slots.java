package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** Places of an array that are filled where they are empty and emptied one by one. */
class Slots {
  private final GSSContext[] slots = new GSSContext[32];

  void fillOk(int hash, byte[] exported) throws GSSException {
    int i = hash & 31;
    if (slots[i] == null) {
      slots[i] = GSS.createContext(exported);
    }
  }

  void takeOk(int i) throws GSSException {
    GSSContext context = slots[i];
    slots[i] = null;
    if (context != null) {
      context.dispose();
    }
  }

  void close() throws GSSException {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != null) {
        slots[i].dispose();
        slots[i] = null;
      }
    }
  }

  static class FirstFreeOk {
    private final GSSContext[] slots = new GSSContext[32];

    int openOk(byte[] exported) throws GSSException {
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] == null) {
          slots[i] = GSS.createContext(exported);
          return i;
        }
      }
      return -1;
    }

    void close() throws GSSException {
      for (GSSContext context : slots) {
        if (context != null) {
          context.dispose();
        }
      }
    }
  }

  static class Forgotten {
    private final GSSContext[] slots = new GSSContext[32];

    void fillBad(int hash, byte[] exported) throws GSSException {
      int i = hash & 31;
      if (slots[i] == null) {
        // BUG: Diagnostic contains: is kept in field 'slots' and no method of Forgotten releases it
        slots[i] = GSS.createContext(exported);
      }
    }

    void close() {
      for (int i = 0; i < slots.length; i++) {
        slots[i] = null;
      }
    }
  }
}
