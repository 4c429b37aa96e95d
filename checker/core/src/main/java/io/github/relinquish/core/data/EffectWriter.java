package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The text of one effect, in the flow form of YAML, without its key. */
final class EffectWriter {
  private EffectWriter() {}

  /** The type of effect that a key stands for. */
  static Class<? extends Effect> typeOf(EffectKey key) {
    return switch (key) {
      case USES -> Effect.Use.class;
      case BORROWS -> Effect.Borrow.class;
      case DROPS -> Effect.Drop.class;
      case COINS -> Effect.Coin.class;
      case ESCAPES -> Effect.Escape.class;
      case CALLS_NAMED -> Effect.CallNamed.class;
      case ENSURES -> Effect.Ensures.class;
      case THROWS -> Effect.Throws.class;
      case SPARES -> Effect.Spare.class;
      case IMPLIES -> Effect.Implies.class;
      case ASKS -> Effect.Ask.class;
      case UNLOADS -> Effect.Unload.class;
      case ENDS -> Effect.Release.class;
      case RUNS -> Effect.Run.class;
      case BEGINS, LENDS -> Effect.Begin.class;
      case TAKES -> Effect.Take.class;
      case PICKS -> Effect.Pick.class;
      case MOVES -> Effect.Move.class;
      case SWAPS -> Effect.Swap.class;
      case ADDS -> Effect.Add.class;
      case PUTS -> Effect.Put.class;
      case ALIASES -> Effect.Alias.class;
      case DERIVES -> Effect.Derive.class;
      case NAMES -> Effect.Name.class;
    };
  }

  static String text(Effect effect) {
    return switch (EffectKey.of(effect)) {
      case USES -> quoted(((Effect.Use) effect).of());
      case BORROWS -> quoted(((Effect.Borrow) effect).of());
      case DROPS -> quoted(((Effect.Drop) effect).of());
      case COINS -> quoted(((Effect.Coin) effect).of());
      case ESCAPES -> quoted(((Effect.Escape) effect).of());
      case CALLS_NAMED -> quoted(((Effect.CallNamed) effect).of());
      case ENSURES -> quoted(((Effect.Ensures) effect).clause());
      case THROWS -> quoted(((Effect.Throws) effect).type());
      case SPARES -> spare((Effect.Spare) effect);
      case IMPLIES -> pair("of", ((Effect.Implies) effect).of(), "then", ((Effect.Implies) effect).then());
      case ASKS -> ask((Effect.Ask) effect);
      case UNLOADS -> unload((Effect.Unload) effect);
      case ENDS -> release((Effect.Release) effect);
      case RUNS -> run((Effect.Run) effect);
      case BEGINS, LENDS -> begin((Effect.Begin) effect);
      case TAKES -> pair("from", ((Effect.Take) effect).from(), "to", ((Effect.Take) effect).to());
      case PICKS -> pair("from", ((Effect.Pick) effect).from(), "to", ((Effect.Pick) effect).to());
      case MOVES -> pair("from", ((Effect.Move) effect).from(), "to", ((Effect.Move) effect).to());
      case SWAPS -> swap((Effect.Swap) effect);
      case ADDS -> addition((Effect.Add) effect);
      case PUTS -> put((Effect.Put) effect);
      case ALIASES -> pair("from", ((Effect.Alias) effect).from(), "to", ((Effect.Alias) effect).to());
      case DERIVES -> pair("of", ((Effect.Derive) effect).of(), "to", ((Effect.Derive) effect).to());
      case NAMES -> pair("from", ((Effect.Name) effect).from(), "to", ((Effect.Name) effect).to());
    };
  }

  private static String begin(Effect.Begin begin) {
    List<String> parts = new ArrayList<>();
    parts.add("kind: " + quoted(begin.kind()));
    parts.add("at: " + quoted(begin.at()));
    add(parts, "when", begin.when());
    add(parts, "otherwise", begin.otherwise());
    add(parts, "continues", begin.continues());
    if (!begin.parents().isEmpty()) {
      List<String> roles = new ArrayList<>();
      new TreeMap<>(begin.parents()).forEach((role, port) -> roles.add(role + ": " + quoted(port)));
      parts.add("parents: " + mapping(roles));
    }
    if (!begin.release().isEmpty()) {
      parts.add("release: " + quoted(begin.release()));
    }
    return mapping(parts);
  }

  private static String release(Effect.Release release) {
    List<String> parts = new ArrayList<>();
    parts.add("of: " + quoted(release.of()));
    add(parts, "kinds", release.kinds());
    add(parts, "when", release.when());
    return parts.size() == 1 ? quoted(release.of()) : mapping(parts);
  }

  private static String spare(Effect.Spare spare) {
    List<String> parts = new ArrayList<>(List.of("exception: " + quoted(spare.type()), "of: " + quoted(spare.of())));
    add(parts, "names", spare.names());
    return mapping(parts);
  }

  private static String ask(Effect.Ask ask) {
    List<String> parts = new ArrayList<>();
    parts.add("of: " + quoted(ask.of()));
    parts.add("true: " + word(ask.ifTrue()));
    parts.add("false: " + word(ask.ifFalse()));
    if (!ask.parent().isEmpty()) {
      parts.add("parent: " + ask.parent());
    }
    return mapping(parts);
  }

  private static String swap(Effect.Swap swap) {
    return mapping(List.of("of: " + quoted(swap.of()), "expected: " + quoted(swap.expected()), "with: " + quoted(swap.replacement())));
  }

  private static String addition(Effect.Add add) {
    List<String> parts = new ArrayList<>();
    parts.add("to: " + quoted(add.to()));
    add(parts, "by", add.by());
    return mapping(parts);
  }

  private static String run(Effect.Run run) {
    List<String> parts = new ArrayList<>();
    parts.add("of: " + quoted(run.of()));
    add(parts, "with", run.with());
    run.result().forEach(port -> parts.add("result: " + quoted(port)));
    parts.add("times: " + word(run.times()));
    List<String> wraps = run.wraps().stream().map(EffectWriter::wrap).toList();
    if (!wraps.isEmpty()) {
      parts.add("wraps: " + (wraps.size() == 1 ? wraps.get(0) : "[" + String.join(", ", wraps) + "]"));
    }
    return mapping(parts);
  }

  private static String wrap(Effect.Wrap wrap) {
    List<String> parts = new ArrayList<>(List.of("in: " + quoted(wrap.type())));
    add(parts, "but", wrap.but());
    return parts.size() == 1 ? quoted(wrap.type()) : mapping(parts);
  }

  private static String unload(Effect.Unload unload) {
    List<String> parts = new ArrayList<>();
    add(parts, "kinds", unload.kinds());
    unload.of().forEach(port -> parts.add("of: " + quoted(port)));
    add(parts, "names", unload.names());
    add(parts, "holding", unload.holding());
    if (unload.severity() != Severity.ERROR) {
      parts.add("severity: " + word(unload.severity()));
    }
    return mapping(parts);
  }

  private static String put(Effect.Put put) {
    List<String> parts = new ArrayList<>(List.of("from: " + quoted(put.from()), "to: " + quoted(put.to())));
    add(parts, "when", put.when());
    return mapping(parts);
  }

  private static String pair(String first, Port from, String second, Object to) {
    return mapping(List.of(first + ": " + quoted(from), second + ": " + quoted(to)));
  }

  private static void add(List<String> parts, String key, Collection<?> values) {
    if (values.size() == 1) {
      parts.add(key + ": " + quoted(values.iterator().next()));
    } else if (!values.isEmpty()) {
      parts.add(key + ": [" + String.join(", ", values.stream().map(EffectWriter::quoted).toList()) + "]");
    }
  }

  private static String mapping(List<String> parts) {
    return "{ " + String.join(", ", parts) + " }";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Plain where YAML takes it so, in double quotes where it does not. */
  static String quoted(Object value) {
    String text = value.toString();
    boolean isPlain = !text.isEmpty() && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '_'));
    return isPlain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
