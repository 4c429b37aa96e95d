package samples;

import static samples.Prelude.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ietf.jgss.*;

/** Containers that a container makes when they are asked for, or that are put there when they are missing. */
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

  static class InnerLoopMissing {
    private final Map<String, List<GSSContext>> groups = new HashMap<>();

    void joinBad(String group, byte[] exported) throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(GSS.createContext(exported));
    }

    void close() {
      for (List<GSSContext> group : groups.values()) {
        System.out.println(group.size());
      }
      groups.clear();
    }
  }

  static class FoundOrPut {
    private final Map<String, List<GSSContext>> groups = new HashMap<>();

    void joinOk(String group, byte[] exported) throws GSSException {
      List<GSSContext> members = groups.get(group);
      if (members == null) {
        members = new ArrayList<>();
        groups.put(group, members);
      }
      members.add(GSS.createContext(exported));
    }

    void close() throws GSSException {
      for (List<GSSContext> group : groups.values()) {
        for (GSSContext context : group) {
          context.dispose();
        }
      }
      groups.clear();
    }
  }

  static class FoundOrPutAndNotReleased {
    private final Map<String, List<GSSContext>> groups = new HashMap<>();

    void joinBad(String group, byte[] exported) throws GSSException {
      List<GSSContext> members = groups.get(group);
      if (members == null) {
        members = new ArrayList<>();
        groups.put(group, members);
      }
      // BUG: Diagnostic contains: [SecurityContextLeak]
      members.add(GSS.createContext(exported));
    }

    void close() {
      for (List<GSSContext> group : groups.values()) {
        group.clear();
      }
    }
  }

  static class FoundOrNotPut {
    private final Map<String, List<GSSContext>> groups = new HashMap<>();

    void joinBad(String group, byte[] exported) throws GSSException {
      List<GSSContext> members = groups.get(group);
      if (members == null) {
        members = new ArrayList<>();
      }
      // BUG: Diagnostic contains: [SecurityContextLeak]
      members.add(GSS.createContext(exported));
    }

    void close() throws GSSException {
      for (List<GSSContext> group : groups.values()) {
        for (GSSContext context : group) {
          context.dispose();
        }
      }
      groups.clear();
    }
  }

  static class MapsInAMap {
    private final Map<String, Map<String, GSSContext>> realms = new HashMap<>();

    void joinOk(String realm, String user, byte[] exported) throws GSSException {
      Map<String, GSSContext> users = realms.computeIfAbsent(realm, r -> new HashMap<>());
      if (!users.containsKey(user)) {
        users.put(user, GSS.createContext(exported));
      }
    }

    void leaveOk(String realm, String user) throws GSSException {
      Map<String, GSSContext> users = realms.get(realm);
      GSSContext context = users == null ? null : users.remove(user);
      if (context != null) {
        context.dispose();
      }
    }

    void close() throws GSSException {
      for (Map<String, GSSContext> users : realms.values()) {
        for (GSSContext context : users.values()) {
          context.dispose();
        }
        users.clear();
      }
      realms.clear();
    }
  }

  static class MapsInAMapForgotten {
    private final Map<String, Map<String, GSSContext>> realms = new HashMap<>();

    void joinBad(String realm, String user, byte[] exported) throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      realms.computeIfAbsent(realm, r -> new HashMap<>()).put(user, GSS.createContext(exported));
    }

    void close() {
      for (Map<String, GSSContext> users : realms.values()) {
        users.clear();
      }
      realms.clear();
    }
  }

  static class Table {
    private final GSSContext[][] table = new GSSContext[4][4];

    void openOk(int row, int column, byte[] exported) throws GSSException {
      if (table[row][column] == null) {
        table[row][column] = GSS.createContext(exported);
      }
    }

    void close() throws GSSException {
      for (GSSContext[] row : table) {
        for (GSSContext context : row) {
          if (context != null) {
            context.dispose();
          }
        }
      }
    }
  }

  static class CountedTable {
    private final GSSContext[][] table = new GSSContext[4][4];

    void openOk(int row, int column, byte[] exported) throws GSSException {
      if (table[row][column] == null) {
        table[row][column] = GSS.createContext(exported);
      }
    }

    void close() throws GSSException {
      for (int i = 0; i < table.length; i++) {
        for (int j = 0; j < table[i].length; j++) {
          if (table[i][j] != null) {
            table[i][j].dispose();
            table[i][j] = null;
          }
        }
      }
    }
  }

  static class TableForgotten {
    private final GSSContext[][] table = new GSSContext[4][4];

    void openBad(int row, int column, byte[] exported) throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      table[row][column] = GSS.createContext(exported);
    }

    void close() {
      for (int i = 0; i < table.length; i++) {
        table[i] = null;
      }
    }
  }

  void localTableOk(byte[] exported) throws GSSException {
    GSSContext[][] all = new GSSContext[2][2];
    all[0][1] = GSS.createContext(exported);
    for (GSSContext[] row : all) {
      for (GSSContext context : row) {
        if (context != null) {
          context.dispose();
        }
      }
    }
  }

  void localListsOk(String group, byte[] exported) throws GSSException {
    Map<String, List<GSSContext>> byGroup = new HashMap<>();
    byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(GSS.createContext(exported));
    for (List<GSSContext> members : byGroup.values()) {
      for (GSSContext context : members) {
        context.dispose();
      }
    }
  }

  int localListsBad(String group, byte[] exported) throws GSSException {
    Map<String, List<GSSContext>> byGroup = new HashMap<>();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(GSS.createContext(exported));
    int members = 0;
    for (List<GSSContext> each : byGroup.values()) {
      members += each.size();
    }
    return members;
  }
}
