package samples;

import static samples.Prelude.*;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.ietf.jgss.*;

/** An iterator takes a context out of the list that the object closes at its end. */
class RemovedByIterator {
  private final List<GSSContext> open = new ArrayList<>();

  void add(byte[] exported) throws GSSException {
    open.add(GSS.createContext(exported));
  }

  void dropBad() {
    for (Iterator<GSSContext> left = open.iterator(); left.hasNext();) {
      if (!left.next().isEstablished()) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        left.remove();
      }
    }
  }

  void close() throws GSSException {
    for (GSSContext context : open) {
      context.dispose();
    }
    open.clear();
  }
}
