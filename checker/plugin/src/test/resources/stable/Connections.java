package stable;

import java.util.ArrayList;
import java.util.List;

final class Connections {
  private final List<Connection> all = new ArrayList<>();

  void add(Connection connection) {
    all.add(connection);
  }

  void shut() {
    for (Connection connection : all) {
      Quietly.dispose(connection.context);
      Quietly.dispose(connection.inner());
    }
  }
}
