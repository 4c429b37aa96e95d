package io.github.relinquish.tools.run;

import io.github.relinquish.core.data.RowWriter;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.plugin.session.RowsInForce;
import java.util.ArrayList;
import java.util.List;

/** What is believed of methods: the rows about them. */
final class RowBeliefs implements Beliefs {
  @Override public List<String> of(Request request, String method) {
    int hash = method.indexOf('#');
    String owner = hash < 0 ? "" : method.substring(0, hash);
    String name = method.substring(hash + 1).replaceFirst("[(/].*", "");
    Protocols protocols = RowsInForce.of(request.settings(), request.classPath()).protocols();
    List<String> lines = new ArrayList<>();
    for (Row row : protocols.rowsNamed(name)) {
      boolean fits = owner.isEmpty() || row.call().matchesByName() || row.call().owner().equals(owner)
          || row.call().owner().endsWith("." + owner);
      if (fits) {
        lines.add("# " + row.file() + ":" + row.line());
        RowWriter.text(row).lines().forEach(lines::add);
      }
    }
    return lines;
  }
}
