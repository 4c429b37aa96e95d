package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Summaries;
import java.util.List;
import java.util.Optional;

/**
 * What to call to give a resource back, as Java that a reader can type: in the words of the row by which it began, else in those of
 * its kind; for a resource inside an object, the method of that object that gives it back.
 */
final class Advice {
  private static final String NONE = "none";

  private final Summaries summaries;
  private final Cells cells;

  Advice(Summaries summaries) {
    this.summaries = summaries;
    this.cells = new Cells(summaries);
  }

  /** {@code call ctx.dispose()}, or how to come to something that can be called. */
  String sentence(Kind kind, Holder holder, Acquisition acquisition, MethodKey body) {
    Optional<String> call = call(kind, holder, acquisition, body);
    if (call.isPresent()) {
      return "call " + call.get();
    }
    if (!kind.release().startsWith("{}.")) {
      return "release it with " + bare(kind);
    }
    String what = bare(kind);
    if (!holder.isNobody() && !holder.isItself() && !holder.isContainer() && !holder.type().isEmpty()) {
      return "call " + ofNamesake(kind, holder, true).orElse(what + " on what '" + holder.name() + "' holds");
    }
    if (!holder.isNobody()) {
      return "call " + what + " on " + (holder.isItself() ? "it" : "what '" + holder.name() + "' holds");
    }
    return acquisition.isDirect() ? "keep it in a variable and call " + what
        : ofMade(kind, acquisition).map(m -> "keep it in a variable and call " + m).orElse("call " + what + " on it");
  }

  /** The method that gives back what an object keeps which a callee made. */
  private Optional<String> ofMade(Kind kind, Acquisition acquisition) {
    MethodKey callee = acquisition.call().callee();
    String type = callee.isConstructor() ? callee.owner() : callee.returnType();
    Port.Root root = callee.isConstructor() ? Port.Root.RECEIVER : Port.Root.RESULT;
    return summaries.beganIn(acquisition).flatMap(inner -> inner.exits().stream()
        .filter(e -> e.isNormal() && e.state().isLive())
        .flatMap(e -> Exits.holdersOf(e).stream()).filter(p -> p.root() == root && !p.path().isEmpty())
        .flatMap(p -> ofOwner(kind, new Holder("it", type, p.path(), false)).stream()).findFirst())
        .map(call -> call.substring(call.indexOf('.') + 1));
  }

  /** The call itself; empty where nothing in the code names what it would be called on. */
  Optional<String> call(Kind kind, Holder holder, Acquisition acquisition, MethodKey body) {
    if (!holder.isNobody() && !holder.isItself()) {
      return ofOwner(kind, holder).or(() -> cells.opened(holder).flatMap(name -> call(kind, Holder.named(name), acquisition, body)));
    }
    boolean needsName = kind.release().contains("{}");
    Optional<String> special = rowWords(kind, acquisition, holder).flatMap(words -> filled(words, holder, acquisition));
    if (special.isEmpty() && needsName && !holder.isItself()) {
      return Optional.empty();
    }
    String words = special.orElseGet(() -> kind.releaseOf(holder.name()));
    boolean isFunction = !headOf(words).isEmpty() && headOf(words).indexOf('.') < 0;
    return Optional.of(isFunction && acquisition.isDirect() ? receiver(acquisition, body, words) + words : words);
  }

  /** The call for something that no acquisition is known of. */
  static Optional<String> call(Kind kind, Holder holder) {
    return !kind.release().contains("{}") || holder.isItself() ? Optional.of(kind.releaseOf(holder.name())) : Optional.empty();
  }

  /** {@code call x.dispose() first}, or that without an expression where there is none. */
  static String sentence(Kind kind, Holder holder) {
    return call(kind, holder).map(c -> "call " + c).orElseGet(() ->
        kind.release().startsWith("{}.") ? "call " + bare(kind) + " on it" : "release it with " + bare(kind));
  }

  /** The name of the releasing method with {@code ()}; whatever the row says where it names none. */
  private static String bare(Kind kind) {
    String head = headOf(kind.release());
    return head.isEmpty() ? kind.bareRelease() : head.substring(head.lastIndexOf('.') + 1) + "()";
  }

  /** What stands in front of the parenthesis. */
  private static String headOf(String words) {
    return words.substring(0, Math.max(words.indexOf('('), 0));
  }

  /** The words of the row by which it began; where it began in a cell they are about the cell. */
  private Optional<String> rowWords(Kind kind, Acquisition acquisition, Holder holder) {
    return beginOf(acquisition)
        .filter(b -> acquisition.isDirect() || !b.release().contains("{0}") && !b.release().contains("{1}"))
        .filter(b -> b.at().path().isEmpty() || holder.isCell())
        .map(Effect.Begin::release).filter(w -> !w.isEmpty() && !w.equals(NONE));
  }

  /** Fields from what a row names to the resource that begins there; mostly none. */
  List<String> cellOf(Acquisition acquisition) {
    return beginOf(acquisition).filter(b -> b.at().root() == Port.Root.ARGUMENT).map(b -> b.at().path()).orElse(List.of());
  }

  /** What the row says by which it began: at the call itself, or at the call in its body that it began with. */
  Optional<Effect.Begin> beginOf(Acquisition acquisition) {
    Acquisition at = acquisition;
    for (int depth = 0; !at.isDirect() && depth < Budget.DEPTH; depth++) {
      Optional<Acquisition> inner = summaries.beganIn(at);
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      at = inner.get();
    }
    String kind = acquisition.kind().name();
    return summaries.rows().rowsFor(at.call().callee(), "").stream()
        .flatMap(r -> r.effects().stream())
        .filter(e -> e instanceof Effect.Begin begin && begin.kind().equals(kind))
        .map(Effect.Begin.class::cast).findFirst();
  }

  private static Optional<String> filled(String words, Holder holder, Acquisition acquisition) {
    if (words.contains("{}") && !holder.isItself()) {
      return Optional.empty();
    }
    String filled = words.replaceAll("\\b(?:[a-z][\\w]*\\.)+(?=[A-Z])", "").replace("{}", holder.name());
    List<Variable> arguments = acquisition.call().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      filled = arguments.get(i).isNamed() ? filled.replace("{" + i + "}", arguments.get(i).name()) : filled;
    }
    return filled.contains("{") ? Optional.empty() : Optional.of(filled);
  }

  /** The object that the acquisition was called on, where it has the releasing function too: {@code Api.INSTANCE.} */
  private String receiver(Acquisition acquisition, MethodKey body, String call) {
    Optional<Variable> receiver = acquisition.call().receiver();
    if (receiver.isEmpty() || !declares(receiver.get().type(), headOf(call))) {
      return "";
    }
    if (receiver.get().isNamed()) {
      return receiver.get().kind() == Variable.Kind.THIS ? "" : receiver.get().name() + ".";
    }
    for (Block block : summaries.layoutOf(body).orElseThrow().graph().blocks()) {
      for (Step step : block.steps()) {
        if (step.target().equals(receiver.get()) && step instanceof Step.LoadStatic load) {
          return (isSameFile(load.field().owner(), body.owner()) ? "" : ClassNames.simple(load.field().owner()) + ".") + load.field().name() + ".";
        } else if (step.target().equals(receiver.get()) && step instanceof Step.LoadField load
            && load.receiver().kind() == Variable.Kind.THIS) {
          return load.field().name() + ".";
        }
      }
    }
    return "";
  }

  private static boolean isSameFile(String one, String other) {
    return one.replaceAll("\\$.*", "").equals(other.replaceAll("\\$.*", ""));
  }

  private boolean declares(String type, String method) {
    return summaries.hierarchy().superTypes(type).stream().anyMatch(t -> summaries.program().shapeOf(t)
        .filter(s -> s.methods().stream().anyMatch(m -> m.key().name().equals(method))).isPresent());
  }

  private boolean mayRelease(MethodKey method, Kind kind, List<String> path) {
    return summaries.layoutOf(method).isPresent() && summaries.releases(method, kind, Port.RECEIVER.then(path));
  }

  /** The method of an object that gives back what the object keeps. */
  private Optional<String> ofOwner(Kind kind, Holder holder) {
    if (holder.isContainer() || holder.type().isEmpty()) {
      return Optional.empty();
    }
    return summaries.ownership().releaserOf(holder.type(), holder.path(), kind).map(m -> holder.name() + "." + m.name() + "()")
        .or(() -> ofNamesake(kind, holder, false));
  }

  /** The method named like the release, else {@code close()}, where a row says that it passes that on, or a class of the run that it may. */
  private Optional<String> ofNamesake(Kind kind, Holder holder, boolean isGuardedToo) {
    String bare = bare(kind);
    for (String name : List.of(bare.substring(0, Math.max(bare.indexOf('('), 0)), "close")) {
      MethodKey method = new MethodKey(holder.type(), name, "()V");
      boolean isByRow = summaries.rows().rowsFor(method, "").stream().flatMap(r -> r.effects().stream())
          .anyMatch(e -> e instanceof Effect.Release release && release.of().equals(Port.RECEIVER) && release.kinds().contains(kind.name()));
      boolean isRows = isByRow && holder.path().stream().allMatch(summaries.rows().protocols()::isPart);
      boolean isOwn = isGuardedToo && summaries.hierarchy().targets(method, CallKind.VIRTUAL, "").stream()
          .anyMatch(m -> mayRelease(m, kind, holder.path()));
      if (isRows || isOwn) {
        return Optional.of(holder.name() + "." + name + "()");
      }
    }
    return Optional.empty();
  }
}
