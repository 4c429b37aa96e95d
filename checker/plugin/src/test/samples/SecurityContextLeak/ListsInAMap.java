package samples;

import static samples.Prelude.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ietf.jgss.*;

/** Lists that a map makes when they are asked for. */
class ListsInAMap {
  private final Map<String, List<GSSContext>> groups = new HashMap<>();

  void joinOk(String group, byte[] exported) throws GSSException {
    groups.computeIfAbsent(group, g -> new ArrayList<>()).add(GSS.createContext(exported));
  }

  void close() throws GSSException {
    for (List<GSSContext> group : groups.values()) {
      for (GSSContext context : group) {
        context.dispose();
      }
    }
  }
}
