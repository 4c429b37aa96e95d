package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Row;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads protocol files, strictly: whatever it does not know is a problem with line, column and the nearest right word. Never throws
 * for what stands in a file.
 */
public final class ProtocolReader {
  static final List<String> FILE = List.of("api", "source", "constants", "kinds", "calls");

  private final Map<String, Kind> known = new LinkedHashMap<>();

  /** @param known kinds of other files, which rows may name */
  public ProtocolReader(Collection<Kind> known) {
    known.forEach(kind -> this.known.put(kind.name(), kind));
  }

  /** Reads all of a stream and leaves it open. */
  public ProtocolFile read(String fileName, Reader text) throws IOException {
    StringWriter all = new StringWriter();
    text.transferTo(all);
    return read(fileName, all.toString());
  }

  /** Reads one file. */
  public ProtocolFile read(String fileName, String text) {
    Problems problems = new Problems(fileName);
    return read(fileName, new NodeReader(problems).read(text), problems);
  }

  /** Reads a file that is already in nodes. */
  ProtocolFile read(String fileName, Optional<Node> root, Problems problems) {
    Optional<Fields> file = root.flatMap(node -> Fields.of(node, "a protocol file", FILE, problems));
    if (file.isEmpty()) {
      return new ProtocolFile(fileName, "", List.of(), List.of(), Map.of(), problems.sorted());
    }
    Fields fields = file.get();
    String api = fields.requiredText("api").map(Node.Scalar::text).orElse("");
    String source = fields.text("source").map(Node.Scalar::text).orElse("");
    Map<String, Long> constants = Scope.constants(fields, problems);
    Map<String, Kind> kinds = kinds(fields, source, problems);
    Scope scope = scope(problems, constants, kinds);
    List<Row> rows = new ArrayList<>();
    Set<String> rowKeys = rowKeys();
    for (Node node : fields.items("calls")) {
      Fields.of(node, "a row", rowKeys, problems).ifPresent(row -> rows.addAll(rows(row, source, scope)));
    }
    return new ProtocolFile(fileName, api, List.copyOf(kinds.values()), rows, constants, problems.sorted());
  }

  private Map<String, Kind> kinds(Fields file, String source, Problems problems) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    KindReader reader = new KindReader(problems, source);
    for (Node node : file.items("kinds")) {
      reader.read(node).ifPresent(kind -> {
        if (known.containsKey(kind.name()) || kinds.putIfAbsent(kind.name(), kind) != null) {
          problems.add(node, "there is another kind '" + kind.name() + "'");
        }
      });
    }
    return kinds;
  }

  private Scope scope(Problems problems, Map<String, Long> constants, Map<String, Kind> kinds) {
    Map<String, Kind> all = new LinkedHashMap<>(known);
    all.putAll(kinds);
    Set<String> roles = new LinkedHashSet<>();
    all.values().forEach(kind -> kind.parents().forEach(parent -> roles.add(parent.role())));
    return new Scope(problems, constants, all.keySet(), roles, new LinkedHashMap<>());
  }

  /** The keys that a row may have. */
  static Set<String> rowKeys() {
    Set<String> keys = new LinkedHashSet<>(List.of("call", "source"));
    keys.addAll(EffectKey.words());
    return keys;
  }

  /** A row with several calls is read as one row for each. */
  private static List<Row> rows(Fields fields, String defaultSource, Scope scope) {
    fields.required("call");
    List<CallPattern> calls = new ArrayList<>();
    fields.texts("call").forEach(text -> PatternText.parse(text, scope.problems()).ifPresent(calls::add));
    List<Effect> effects = new EffectReader(new CallScope(scope, calls)).read(fields);
    String source = KindReader.source(fields, defaultSource, scope.problems());
    List<Row> rows = new ArrayList<>();
    for (CallPattern call : calls) {
      rows.add(new Row(call, effects, source, scope.problems().file(), fields.node().line()));
    }
    return rows;
  }
}
