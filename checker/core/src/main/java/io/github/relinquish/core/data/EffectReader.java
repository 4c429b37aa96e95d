package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the effects of one row. */
final class EffectReader {
  static final List<String> BEGIN = List.of("kind", "at", "when", "otherwise", "continues", "parents", "release");
  static final List<String> END = List.of("of", "kind", "kinds", "when");
  static final List<String> FROM_TO = List.of("from", "to");
  static final List<String> PUT = List.of("from", "to", "when");
  static final List<String> OF_TO = List.of("of", "to");
  static final List<String> ASK = List.of("of", "true", "false", "parent");
  static final List<String> IMPLY = List.of("of", "then");
  static final List<String> SWAP = List.of("of", "expected", "with");
  static final List<String> ADD = List.of("to", "by");
  static final List<String> RUN = List.of("of", "with", "result", "times", "wraps");
  static final List<String> WRAP = List.of("in", "but");
  static final List<String> SPARE = List.of("exception", "of", "names");
  static final List<String> UNLOAD = List.of("kinds", "of", "names", "holding", "severity");

  private final CallScope call;
  private final Problems problems;

  EffectReader(CallScope call) {
    this.call = call;
    problems = call.file().problems();
  }

  /** All effects of a row, in the order in which they apply. */
  List<Effect> read(Fields row) {
    List<Effect> effects = new ArrayList<>();
    for (EffectKey key : EffectKey.values()) {
      row.value(key.word()).ifPresent(node -> {
        List<Node> items = Fields.oneOrMore(node);
        if (items.isEmpty()) {
          problems.add(node, "'" + key.word() + "' says nothing");
        }
        items.forEach(item -> one(key, item).ifPresent(effects::add));
      });
    }
    return effects;
  }

  private Optional<? extends Effect> one(EffectKey key, Node node) {
    return switch (key) {
      case USES -> call.port(node).map(Effect.Use::new);
      case BORROWS -> call.port(node).map(Effect.Borrow::new);
      case DROPS -> call.port(node).map(Effect.Drop::new);
      case COINS -> call.port(node).map(Effect.Coin::new);
      case ESCAPES -> call.port(node).map(Effect.Escape::new);
      case CALLS_NAMED -> call.port(node).map(Effect.CallNamed::new);
      case ENSURES -> call.clause(node).map(Effect.Ensures::new);
      case THROWS -> Fields.asText(node, problems).map(type -> new Effect.Throws(type.text()));
      case SPARES -> spares(node);
      case IMPLIES -> implies(node);
      case ASKS -> asks(node);
      case UNLOADS -> unloads(node);
      case ENDS -> ends(node);
      case RUNS -> runs(node);
      case BEGINS -> begins(node, false);
      case LENDS -> begins(node, true);
      case TAKES -> pair(node, key, FROM_TO, Effect.Take::new);
      case PICKS -> pair(node, key, FROM_TO, Effect.Pick::new);
      case MOVES -> pair(node, key, FROM_TO, Effect.Move::new);
      case SWAPS -> swaps(node);
      case ADDS -> adds(node);
      case PUTS -> puts(node);
      case ALIASES -> pair(node, key, FROM_TO, Effect.Alias::new);
      case DERIVES -> pair(node, key, OF_TO, Effect.Derive::new);
      case NAMES -> pair(node, key, FROM_TO, Effect.Name::new);
    };
  }

  private Optional<Effect> pair(Node node, EffectKey key, List<String> keys, BiFunction<Port, Port, Effect> made) {
    return Fields.of(node, "'" + key.word() + "'", keys, problems).flatMap(fields -> {
      Optional<Port> from = call.port(fields, keys.get(0));
      Optional<Port> to = call.port(fields, keys.get(1));
      return from.flatMap(f -> to.map(t -> made.apply(f, t)));
    });
  }

  private Optional<Effect.Put> puts(Node node) {
    Optional<Effect.Put> put = Fields.of(node, "'puts'", PUT, problems).flatMap(fields -> {
      Optional<Port> to = call.port(fields, "to");
      List<Clause> when = call.clauses(fields, "when");
      return call.port(fields, "from").flatMap(f -> to.map(t -> new Effect.Put(f, t, when)));
    });
    put.map(Effect.Put::to).filter(to -> !to.path().contains(Port.ELEMENT))
        .ifPresent(to -> problems.add(node, "what is put joins elements, so 'to' has a .[]: '" + to + ".[]'"));
    return put;
  }

  private Optional<Effect> swaps(Node node) {
    return Fields.of(node, "'swaps'", SWAP, problems).flatMap(fields -> {
      Optional<Port> of = call.port(fields, "of");
      Optional<Port> expected = call.port(fields, "expected");
      Optional<Port> with = call.port(fields, "with");
      return of.flatMap(o -> expected.flatMap(e -> with.map(w -> new Effect.Swap(o, e, w))));
    });
  }

  private Optional<Effect> adds(Node node) {
    return Fields.of(node, "'adds'", ADD, problems).flatMap(fields -> {
      List<Long> by = fields.text("by").flatMap(text -> call.number(text, text.text())).map(List::of).orElse(List.of());
      return call.port(fields, "to").map(to -> new Effect.Add(to, by));
    });
  }

  private Optional<Effect> implies(Node node) {
    return Fields.of(node, "'implies'", IMPLY, problems).flatMap(fields -> {
      Optional<Port> of = call.port(fields, "of");
      Optional<Clause> then = fields.required("then").flatMap(call::clause);
      return of.flatMap(o -> then.map(t -> new Effect.Implies(o, t)));
    });
  }

  private Optional<Effect> spares(Node node) {
    return Fields.of(node, "'spares'", SPARE, problems).flatMap(fields -> {
      Optional<Port> of = call.port(fields, "of");
      List<String> names = fields.texts("names").stream().map(Node.Scalar::text).toList();
      fields.required("names");
      return fields.requiredText("exception").flatMap(type -> of.map(o -> new Effect.Spare(type.text(), o, names)));
    });
  }

  private Optional<Effect> asks(Node node) {
    return Fields.of(node, "'asks'", ASK, problems).flatMap(fields -> {
      Effect.Meaning ifTrue = word(fields, "true", Effect.Meaning.SAME, Effect.Meaning.values());
      Effect.Meaning ifFalse = word(fields, "false", Effect.Meaning.SAME, Effect.Meaning.values());
      String parent = fields.text("parent").map(Node.Scalar::text).orElse("");
      return call.port(fields, "of").map(of -> new Effect.Ask(of, ifTrue, ifFalse, parent));
    });
  }

  private Optional<Effect> ends(Node node) {
    if (node instanceof Node.Scalar) {
      return call.port(node).map(of -> new Effect.Release(List.of(), of, List.of()));
    }
    return Fields.of(node, "'ends'", END, problems).flatMap(fields -> {
      List<String> kinds = new ArrayList<>(call.file().kinds(fields, "kind"));
      kinds.addAll(call.file().kinds(fields, "kinds"));
      List<Clause> when = call.clauses(fields, "when");
      return call.port(fields, "of").map(of -> new Effect.Release(kinds, of, when));
    });
  }

  private Optional<Effect> begins(Node node, boolean isLent) {
    return Fields.of(node, isLent ? "'lends'" : "'begins'", BEGIN, problems).flatMap(fields -> {
      Optional<String> kind = fields.requiredText("kind").map(call.file()::kind);
      Optional<Port> at = call.port(fields, "at");
      List<Clause> when = call.clauses(fields, "when");
      List<Clause> otherwise = call.clauses(fields, "otherwise");
      List<Port> continued = call.ports(fields, "continues");
      Map<String, Port> parents = parents(fields);
      String release = fields.text("release").map(Node.Scalar::text).orElse("");
      return kind.flatMap(k -> at.map(a -> new Effect.Begin(k, a, when, otherwise, continued, parents, isLent, release)));
    });
  }

  private Map<String, Port> parents(Fields begin) {
    Map<String, Port> parents = new LinkedHashMap<>();
    if (begin.value("parents").isEmpty()) {
      return parents;
    }
    if (!(begin.value("parents").get() instanceof Node.Mapping mapping)) {
      problems.add(begin.value("parents").get(), "'parents' is a mapping of roles to ports");
      return parents;
    }
    for (Node.Entry entry : mapping.entries()) {
      String role = entry.key().text();
      if (!call.file().allRoles().contains(role)) {
        problems.add(entry.key(), "no kind has a parent '" + role + "'" + Advice.nearest(role, call.file().allRoles()));
      }
      call.port(entry.value()).ifPresent(port -> {
        if (parents.putIfAbsent(role, port) != null) {
          problems.add(entry.key(), "'" + role + "' stands here twice");
        }
      });
    }
    return parents;
  }

  private Optional<Effect> runs(Node node) {
    return Fields.of(node, "'runs'", RUN, problems).flatMap(fields -> {
      List<Port> with = call.ports(fields, "with");
      List<Port> result = fields.value("result").flatMap(call::port).map(List::of).orElse(List.of());
      Effect.Times times = word(fields, "times", Effect.Times.ONCE, Effect.Times.values());
      List<Effect.Wrap> wraps = new ArrayList<>();
      fields.value("wraps").ifPresent(wrap -> Fields.oneOrMore(wrap).forEach(item -> wraps(item).ifPresent(wraps::add)));
      return call.port(fields, "of").map(of -> new Effect.Run(of, with, result, times, wraps));
    });
  }

  private Optional<Effect.Wrap> wraps(Node node) {
    if (node instanceof Node.Scalar) {
      return Fields.asText(node, problems).map(type -> new Effect.Wrap(type.text(), List.of()));
    }
    return Fields.of(node, "'wraps'", WRAP, problems).flatMap(fields -> {
      List<String> but = fields.texts("but").stream().map(Node.Scalar::text).toList();
      return fields.requiredText("in").map(type -> new Effect.Wrap(type.text(), but));
    });
  }

  private Optional<Effect> unloads(Node node) {
    return Fields.of(node, "'unloads'", UNLOAD, problems).map(fields -> {
      fields.required("kinds");
      List<Port> of = fields.value("of").flatMap(call::port).map(List::of).orElse(List.of());
      List<String> names = fields.texts("names").stream().map(Node.Scalar::text).toList();
      List<String> holding = call.file().kinds(fields, "holding");
      Severity severity = word(fields, "severity", Severity.ERROR, Severity.values());
      return new Effect.Unload(call.file().kinds(fields, "kinds"), of, names, holding, severity);
    });
  }

  private <E extends Enum<E>> E word(Fields fields, String key, E otherwise, E[] all) {
    return fields.text(key).flatMap(text -> word(text, all, problems)).orElse(otherwise);
  }

  /** Reads an enum constant, written in lower case; empty, with a problem, where there is none. */
  static <E extends Enum<E>> Optional<E> word(Node.Scalar text, E[] all, Problems problems) {
    List<String> words = new ArrayList<>();
    for (E constant : all) {
      String word = constant.name().toLowerCase(Locale.ROOT);
      if (word.equals(text.text())) {
        return Optional.of(constant);
      }
      words.add(word);
    }
    problems.add(text, "'" + text.text() + "' is none of " + String.join(", ", words) + Advice.nearest(text.text(), words));
    return Optional.empty();
  }
}
