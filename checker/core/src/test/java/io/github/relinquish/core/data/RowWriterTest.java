package io.github.relinquish.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWriterTest {
  @Test void everyShippedRowReadsBackEqual() {
    List<Kind> kinds = ShippedProtocols.together(ShippedProtocolsTest.everything()).kinds();
    for (ProtocolFile file : ShippedProtocolsTest.everything()) {
      ProtocolFile again = new ProtocolReader(kinds).read("again.yaml", RowWriter.text(file.api(), file.rows()));
      assertEquals(List.of(), again.problems());
      assertEquals(file.rows().size(), again.rows().size());
      for (int i = 0; i < again.rows().size(); i++) {
        Row row = file.rows().get(i);
        Row copy = again.rows().get(i);
        assertEquals(row, new Row(copy.call(), copy.effects(), copy.source(), row.file(), row.line(), row.origin()));
      }
    }
  }
}
