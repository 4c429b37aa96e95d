package io.github.relinquish.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.protocol.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page and the schema say what the reader does. */
class ProtocolPagesTest {
  private static final Path DOCS = Path.of("..", "..", "docs");

  private static Node at(Node node, String... path) {
    Node found = node;
    for (String key : path) {
      found = ((Node.Mapping) found).entries().stream().filter(e -> e.key().text().equals(key)).findFirst().orElseThrow().value();
    }
    return found;
  }

  private static Set<String> keys(Node node) {
    Set<String> keys = new TreeSet<>();
    ((Node.Mapping) node).entries().forEach(entry -> keys.add(entry.key().text()));
    return keys;
  }

  private static void assertKeys(Collection<String> keys, Node schema, String... path) {
    assertEquals(new TreeSet<>(keys), keys(at(schema, path)), String.join("/", path));
  }

  @Test void theSchemaHasTheReadersKeys() throws IOException {
    Problems problems = new Problems("schema");
    Node schema = new NodeReader(problems).read(Files.readString(DOCS.resolve("protocol.schema.json"))).orElseThrow();
    assertKeys(ProtocolReader.FILE, schema, "properties");
    assertKeys(ProtocolReader.rowKeys(), schema, "$defs", "row", "properties");
    assertKeys(KindReader.KIND, schema, "$defs", "kind", "properties");
    assertKeys(KindReader.PARENT, schema, "$defs", "parent", "properties");
    assertKeys(EffectReader.BEGIN, schema, "$defs", "begins", "properties");
    assertKeys(EffectReader.FROM_TO, schema, "$defs", "pair", "properties");
    assertKeys(EffectReader.PUT, schema, "$defs", "puts", "properties");
    assertKeys(EffectReader.OF_TO, schema, "$defs", "derives", "properties");
    assertKeys(EffectReader.ASK, schema, "$defs", "asks", "properties");
    assertKeys(EffectReader.IMPLY, schema, "$defs", "implies", "properties");
    assertKeys(EffectReader.SWAP, schema, "$defs", "swaps", "properties");
    assertKeys(EffectReader.ADD, schema, "$defs", "adds", "properties");
    assertKeys(EffectReader.RUN, schema, "$defs", "runs", "properties");
    assertKeys(EffectReader.WRAP, ((Node.Items) at(schema, "$defs", "wrap", "oneOf")).items().get(1), "properties");
    assertKeys(EffectReader.UNLOAD, schema, "$defs", "unloads", "properties");
    Node.Mapping ends = (Node.Mapping) ((Node.Items) at(schema, "$defs", "ends", "oneOf")).items().get(1);
    assertKeys(EffectReader.END, ends, "properties");
    List<String> rules = ((Node.Items) at(schema, "$defs", "rule", "enum")).items().stream().map(n -> ((Node.Scalar) n).text()).toList();
    assertEquals(List.of(RuleId.values()).stream().map(RuleId::title).toList(), rules);
  }

  @Test void thePageNamesEveryKeyAndPack() throws IOException {
    String page = Files.readString(DOCS.resolve("protocols.md"));
    int from = 0;
    for (String key : EffectKey.words()) {
      int row = page.indexOf("\n| `" + key + "` | `" + key + ": ");
      assertTrue(row > from, "'" + key + "' in its place in the table");
      from = row;
    }
    KindReader.KIND.forEach(key -> assertTrue(page.contains("`" + key + "`") || key.equals("source"), key));
    ShippedProtocols.packs().forEach(pack -> assertTrue(page.contains("`" + pack + "`"), pack));
  }

  @Test void thePagesFileReads() throws IOException {
    String page = Files.readString(DOCS.resolve("protocols.md"));
    String first = page.split("```yaml\n")[1].split("```")[0];
    ProtocolFile file = new ProtocolReader(List.of()).read("page", first);
    assertEquals(List.of(), file.problems());
    assertEquals(List.of(), RowLint.check(List.of(), List.of(file)));
  }

  @Test void theTablesExamplesRead() throws IOException {
    StringBuilder rows = new StringBuilder("api: page\nsource: page\ncalls:\n");
    for (String line : Files.readAllLines(DOCS.resolve("protocols.md"))) {
      String[] cells = line.split(" \\| ");
      if (cells.length == 3 && EffectKey.words().stream().anyMatch(key -> cells[0].equals("| `" + key + "`"))) {
        rows.append("  - call: \"a.B#x/9\"\n    ").append(cells[1].replace("`", "")).append('\n');
      }
    }
    ProtocolFile file = new ProtocolReader(ShippedProtocols.together(ShippedProtocols.files()).kinds()).read("page", rows.toString());
    assertEquals(List.of(), file.problems());
    assertEquals(EffectKey.values().length, file.rows().size());
  }
}
