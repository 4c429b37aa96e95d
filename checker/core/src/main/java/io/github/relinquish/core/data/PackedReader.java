package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link PackedWriter} wrote. Our own build wrote it, so nothing is checked but that it fits the texts it was made of. */
final class PackedReader {
  private final DataInputStream in;
  private final List<List<Effect>> effectLists = new ArrayList<>();
  private final RuleId[] rules = RuleId.values();
  private final Severity[] severities = Severity.values();
  private final EffectKey[] keys = EffectKey.values();
  private final Clause.Test[] tests = Clause.Test.values();
  private final Effect.Meaning[] meanings = Effect.Meaning.values();
  private final Effect.Times[] times = Effect.Times.values();
  private String[] texts = new String[0];
  private Port[] ports = new Port[0];

  private PackedReader(DataInputStream in) {
    this.in = in;
  }

  /** The files; empty where they were packed from other texts than the ones with this checksum. */
  static Optional<List<ProtocolFile>> read(DataInputStream in, long checksum) throws IOException {
    return in.readLong() == checksum ? Optional.of(new PackedReader(in).files()) : Optional.empty();
  }

  private List<ProtocolFile> files() throws IOException {
    texts = new String[in.readUnsignedShort()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.readUTF();
    }
    ports = new Port[texts.length];
    List<ProtocolFile> files = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      files.add(file());
    }
    return files;
  }

  private ProtocolFile file() throws IOException {
    String name = text();
    String api = text();
    Map<String, Long> constants = new LinkedHashMap<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      constants.put(text(), in.readLong());
    }
    List<Kind> kinds = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      kinds.add(kind());
    }
    List<Row> rows = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      rows.add(row(name));
    }
    return new ProtocolFile(name, api, kinds, rows, constants, List.of());
  }

  private Kind kind() throws IOException {
    String name = text();
    String noun = text();
    RuleId rule = rules[in.readByte()];
    Severity leak = severity();
    Severity again = severity();
    Severity afterwards = severity();
    Severity failed = severity();
    String release = text();
    boolean isThreadBound = in.readBoolean();
    boolean heldByFields = in.readBoolean();
    boolean quietWhenShared = in.readBoolean();
    boolean releaseFails = in.readBoolean();
    boolean releaseIsShared = in.readBoolean();
    List<Kind.Parent> parents = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      parents.add(new Kind.Parent(text(), rules[in.readByte()], severity()));
    }
    return new Kind(name, noun, rule, leak, again, afterwards, failed, release, isThreadBound, heldByFields, quietWhenShared,
        releaseFails, releaseIsShared, parents, text());
  }

  private Row row(String file) throws IOException {
    CallPattern call = new CallPattern(text(), text(), in.readShort(), texts());
    int number = in.readUnsignedShort();
    if (number == effectLists.size()) {
      List<Effect> effects = new ArrayList<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        effects.add(effect());
      }
      effectLists.add(effects);
    }
    return new Row(call, effectLists.get(number), text(), file, in.readInt(), Row.Origin.SHIPPED);
  }

  private Effect effect() throws IOException {
    EffectKey key = keys[in.readByte()];
    return switch (key) {
      case USES -> new Effect.Use(port());
      case BORROWS -> new Effect.Borrow(port());
      case DROPS -> new Effect.Drop(port());
      case COINS -> new Effect.Coin(port());
      case ESCAPES -> new Effect.Escape(port());
      case CALLS_NAMED -> new Effect.CallNamed(port());
      case ENSURES -> new Effect.Ensures(clause());
      case THROWS -> new Effect.Throws(text());
      case SPARES -> new Effect.Spare(text(), port(), texts());
      case IMPLIES -> new Effect.Implies(port(), clause());
      case ASKS -> new Effect.Ask(port(), meanings[in.readByte()], meanings[in.readByte()], text());
      case UNLOADS -> new Effect.Unload(texts(), ports(), texts(), texts(), severity());
      case ENDS -> new Effect.Release(texts(), port(), clauses());
      case RUNS -> new Effect.Run(port(), ports(), ports(), times[in.readByte()], wraps());
      case BEGINS, LENDS -> new Effect.Begin(text(), port(), clauses(), clauses(), ports(), parents(), key == EffectKey.LENDS, text());
      case TAKES -> new Effect.Take(port(), port());
      case PICKS -> new Effect.Pick(port(), port());
      case MOVES -> new Effect.Move(port(), port());
      case SWAPS -> new Effect.Swap(port(), port(), port());
      case ADDS -> new Effect.Add(port(), numbers());
      case PUTS -> new Effect.Put(port(), port(), clauses());
      case ALIASES -> new Effect.Alias(port(), port());
      case DERIVES -> new Effect.Derive(port(), port());
      case NAMES -> new Effect.Name(port(), port());
    };
  }

  private List<Effect.Wrap> wraps() throws IOException {
    List<Effect.Wrap> wraps = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      wraps.add(new Effect.Wrap(text(), texts()));
    }
    return wraps;
  }

  private Map<String, Port> parents() throws IOException {
    List<String> roles = texts();
    List<Port> at = ports();
    Map<String, Port> parents = new LinkedHashMap<>();
    for (int i = 0; i < roles.size(); i++) {
      parents.put(roles.get(i), at.get(i));
    }
    return parents;
  }

  private List<Clause> clauses() throws IOException {
    List<Clause> clauses = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      clauses.add(clause());
    }
    return clauses;
  }

  private Clause clause() throws IOException {
    Port port = port();
    Clause.Test test = tests[in.readByte()];
    return new Clause(port, test, numbers());
  }

  private List<Long> numbers() throws IOException {
    List<Long> numbers = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      numbers.add(in.readLong());
    }
    return numbers;
  }

  private List<Port> ports() throws IOException {
    List<Port> found = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      found.add(port());
    }
    return found;
  }

  private Port port() throws IOException {
    int number = in.readUnsignedShort();
    if (ports[number] == null) {
      ports[number] = Port.parse(texts[number]).orElseThrow();
    }
    return ports[number];
  }

  private List<String> texts() throws IOException {
    List<String> found = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      found.add(text());
    }
    return found;
  }

  private String text() throws IOException {
    return texts[in.readUnsignedShort()];
  }

  private Severity severity() throws IOException {
    return severities[in.readByte()];
  }
}
