package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes files that have been read in a form that loads in a few milliseconds; {@link PackedReader} reads it. Reading the YAML takes
 * a cold JVM ten times as long, and every javac run is one.
 *
 * <p>Texts and lists of effects are written once and then named by number.
 */
public final class PackedWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<List<Effect>, Integer> effectLists = new LinkedHashMap<>();

  private PackedWriter() {}

  /** Run by the build: packs the shipped files that always apply into the folder of compiled classes. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0] + ShippedProtocols.FOLDER + ShippedProtocols.PACKED);
    Files.write(target, pack(ShippedProtocols.filesFromYaml(), ShippedProtocols.checksum()));
  }

  /**
   * Packs files.
   *
   * @param checksum of the texts they were read from
   */
  static byte[] pack(List<ProtocolFile> files, long checksum) throws IOException {
    PackedWriter body = new PackedWriter();
    body.out.writeShort(files.size());
    for (ProtocolFile file : files) {
      body.file(file);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    DataOutputStream head = new DataOutputStream(whole);
    head.writeLong(checksum);
    head.writeShort(body.texts.size());
    for (String text : body.texts.keySet()) {
      head.writeUTF(text);
    }
    body.bytes.writeTo(whole);
    return whole.toByteArray();
  }

  private void file(ProtocolFile file) throws IOException {
    text(file.name());
    text(file.api());
    Map<String, Long> constants = new TreeMap<>(file.constants());
    out.writeShort(constants.size());
    for (Map.Entry<String, Long> constant : constants.entrySet()) {
      text(constant.getKey());
      out.writeLong(constant.getValue());
    }
    out.writeShort(file.kinds().size());
    for (Kind kind : file.kinds()) {
      kind(kind);
    }
    out.writeShort(file.rows().size());
    for (Row row : file.rows()) {
      row(row);
    }
  }

  private void kind(Kind kind) throws IOException {
    text(kind.name());
    text(kind.noun());
    word(kind.rule());
    word(kind.leak());
    word(kind.again());
    word(kind.afterwards());
    word(kind.failed());
    text(kind.release());
    out.writeBoolean(kind.isThreadBound());
    out.writeBoolean(kind.heldByFields());
    out.writeBoolean(kind.quietWhenShared());
    out.writeBoolean(kind.releaseFails());
    out.writeBoolean(kind.releaseIsShared());
    out.writeShort(kind.parents().size());
    for (Kind.Parent parent : kind.parents()) {
      text(parent.role());
      word(parent.rule());
      word(parent.severity());
    }
    text(kind.source());
  }

  private void row(Row row) throws IOException {
    text(row.call().owner());
    text(row.call().name());
    out.writeShort(row.call().arity());
    texts(row.call().types());
    Integer known = effectLists.get(row.effects());
    if (known != null) {
      out.writeShort(known);
    } else {
      out.writeShort(effectLists.size());
      effectLists.put(row.effects(), effectLists.size());
      out.writeShort(row.effects().size());
      for (Effect effect : row.effects()) {
        effect(effect);
      }
    }
    text(row.source());
    out.writeInt(row.line());
  }

  private void effect(Effect effect) throws IOException {
    EffectKey key = EffectKey.of(effect);
    word(key);
    switch (key) {
      case USES -> port(((Effect.Use) effect).of());
      case BORROWS -> port(((Effect.Borrow) effect).of());
      case DROPS -> port(((Effect.Drop) effect).of());
      case COINS -> port(((Effect.Coin) effect).of());
      case ESCAPES -> port(((Effect.Escape) effect).of());
      case CALLS_NAMED -> port(((Effect.CallNamed) effect).of());
      case ENSURES -> clause(((Effect.Ensures) effect).clause());
      case THROWS -> text(((Effect.Throws) effect).type());
      case SPARES -> spare((Effect.Spare) effect);
      case IMPLIES -> implies((Effect.Implies) effect);
      case ASKS -> ask((Effect.Ask) effect);
      case UNLOADS -> unload((Effect.Unload) effect);
      case ENDS -> release((Effect.Release) effect);
      case RUNS -> run((Effect.Run) effect);
      case BEGINS, LENDS -> begin((Effect.Begin) effect);
      case TAKES -> pair(((Effect.Take) effect).from(), ((Effect.Take) effect).to());
      case PICKS -> pair(((Effect.Pick) effect).from(), ((Effect.Pick) effect).to());
      case MOVES -> pair(((Effect.Move) effect).from(), ((Effect.Move) effect).to());
      case SWAPS -> swap((Effect.Swap) effect);
      case ADDS -> add((Effect.Add) effect);
      case PUTS -> put((Effect.Put) effect);
      case ALIASES -> pair(((Effect.Alias) effect).from(), ((Effect.Alias) effect).to());
      case DERIVES -> pair(((Effect.Derive) effect).of(), ((Effect.Derive) effect).to());
      case NAMES -> pair(((Effect.Name) effect).from(), ((Effect.Name) effect).to());
    }
  }

  private void begin(Effect.Begin begin) throws IOException {
    text(begin.kind());
    port(begin.at());
    clauses(begin.when());
    clauses(begin.otherwise());
    ports(begin.continues());
    Map<String, Port> parents = new TreeMap<>(begin.parents());
    texts(parents.keySet());
    ports(parents.values());
    text(begin.release());
  }

  private void release(Effect.Release release) throws IOException {
    texts(release.kinds());
    port(release.of());
    clauses(release.when());
  }

  private void unload(Effect.Unload unload) throws IOException {
    texts(unload.kinds());
    ports(unload.of());
    texts(unload.names());
    texts(unload.holding());
    word(unload.severity());
  }

  private void ask(Effect.Ask ask) throws IOException {
    port(ask.of());
    word(ask.ifTrue());
    word(ask.ifFalse());
    text(ask.parent());
  }

  private void spare(Effect.Spare spare) throws IOException {
    text(spare.type());
    port(spare.of());
    texts(spare.names());
  }

  private void implies(Effect.Implies implies) throws IOException {
    port(implies.of());
    clause(implies.then());
  }

  private void swap(Effect.Swap swap) throws IOException {
    port(swap.of());
    port(swap.expected());
    port(swap.replacement());
  }

  private void add(Effect.Add add) throws IOException {
    port(add.to());
    numbers(add.by());
  }

  private void run(Effect.Run run) throws IOException {
    port(run.of());
    ports(run.with());
    ports(run.result());
    word(run.times());
    out.writeShort(run.wraps().size());
    for (Effect.Wrap wrap : run.wraps()) {
      text(wrap.type());
      texts(wrap.but());
    }
  }

  private void pair(Port from, Port to) throws IOException {
    port(from);
    port(to);
  }

  private void put(Effect.Put put) throws IOException {
    pair(put.from(), put.to());
    clauses(put.when());
  }

  private void clauses(List<Clause> clauses) throws IOException {
    out.writeShort(clauses.size());
    for (Clause clause : clauses) {
      clause(clause);
    }
  }

  private void clause(Clause clause) throws IOException {
    port(clause.port());
    word(clause.test());
    numbers(clause.values());
  }

  private void numbers(List<Long> numbers) throws IOException {
    out.writeShort(numbers.size());
    for (Long number : numbers) {
      out.writeLong(number);
    }
  }

  private void ports(Collection<Port> ports) throws IOException {
    List<String> written = new ArrayList<>();
    ports.forEach(port -> written.add(port.toString()));
    texts(written);
  }

  private void port(Port port) throws IOException {
    text(port.toString());
  }

  private void texts(Collection<String> all) throws IOException {
    out.writeShort(all.size());
    for (String text : all) {
      text(text);
    }
  }

  private void text(String text) throws IOException {
    Integer known = texts.putIfAbsent(text, texts.size());
    out.writeShort(known == null ? texts.size() - 1 : known);
  }

  private void word(Enum<?> constant) throws IOException {
    out.writeByte(constant.ordinal());
  }
}
