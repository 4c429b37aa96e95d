package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.simulate.Outcome;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The guess about code that nobody can read: a constructor, and a method whose name says that it stores, takes over what is passed to it; any
 * other method only looks at it, unless its name says that it releases. What rests on the guess is "likely", not "certain".
 */
public final class UnknownCall {
  private static final List<String> STORING = List.of("set", "add", "put", "register", "attach");
  private static final List<String> MAKING = List.of("new", "create", "make", "build", "open", "allocate", "copy", "clone", "duplicate");

  private final Hierarchy hierarchy;
  private final BiPredicate<State, Integer> releases;
  private final ReleaseWords words;

  /** @param releases whether the object at a node releases the resource that it holds, once somebody calls it */
  UnknownCall(Hierarchy hierarchy, BiPredicate<State, Integer> releases, ReleaseWords words) {
    this.hierarchy = hierarchy;
    this.releases = releases;
    this.words = words;
  }

  /** @param mayTake whether the guess is made at all; false where a row or a body says that nothing happens */
  List<Outcome> outcomes(State state, CallSite call, boolean mayTake) {
    List<Outcome> outcomes = new ArrayList<>();
    for (String type : call.thrown()) {
      State thrown = state.copy();
      thrown.setExcused(state.isExcused() || hierarchy.isOwnClose(call.callee()));
      outcomes.add(Outcome.throwing(thrown, type));
    }
    boolean isArgument = state.isFollowing() && call.operands().stream().skip(call.receivers()).anyMatch(state::holdsResource);
    if (mayTake && (isArgument && (isStoring(call.callee()) || handsOver(state, call)) || saysItReleases(state, call))) {
      return outcomes;
    }
    if (isArgument && hierarchy.scopeOf(call.callee()) != Scope.PLATFORM) {
      state.guess();
    }
    if (sharesPart(state, call)) {
      return outcomes;
    }
    if (mayTake && !state.isFollowing() && isStoring(call.callee())) {
      call.operands().stream().skip(call.receivers()).forEach(state.store()::escape);
    }
    String type = call.callee().returnType();
    boolean isSomebodys = !state.isFollowing() && mayHold(type) && !isNamed(call.callee(), MAKING);
    int result = type.equals("void") ? -1 : state.store().fresh(Value.natural(type).escaped(isSomebodys));
    outcomes.add(Outcome.returns(state, result));
    return outcomes;
  }

  /** What such code answers, others may have as well, unless it says that it makes it; not what holds nothing. */
  private static boolean mayHold(String type) {
    return ClassNames.isReference(type.replace("[]", "")) && !type.equals("java.lang.String");
  }

  /** The JDK prints, compares and formats what it takes as any object: it has no method to call that releases. */
  private boolean isMereObject(CallSite call, int argument) {
    List<String> types = call.callee().parameterTypes();
    return argument < types.size() && types.get(argument).startsWith("java.lang.Object")
        && hierarchy.scopeOf(call.callee()) == Scope.PLATFORM;
  }

  /** A part of the resource goes to code that nobody can read: it may well be kept there. */
  private static boolean sharesPart(State state, CallSite call) {
    return state.isFollowing()
        && call.operands().stream().skip(call.receivers()).anyMatch(o -> state.isPinned(State.DERIVED, o));
  }

  /** A closure, or an object of the run, that holds the resource and releases it when called takes it over. */
  private boolean handsOver(State state, CallSite call) {
    for (int i = call.receivers(); i < call.operands().size(); i++) {
      int node = call.operands().get(i);
      boolean isHolder = state.holdsResource(node) && !state.isResource(node) && !isMereObject(call, i - call.receivers());
      if (isHolder && !state.kind().isThreadBound() && releases.test(state, node)) {
        return true;
      }
    }
    return false;
  }

  /** Code that is called for a release and gets the resource, or is called on an object of the run that holds it, is taken at its word. */
  private boolean saysItReleases(State state, CallSite call) {
    if (!state.isFollowing() || state.kind().isThreadBound() || !words.contain(call.callee().name())) {
      return false;
    }
    boolean isArgument = call.operands().stream().skip(call.receivers()).anyMatch(state::holdsResource);
    boolean isHolder = call.receivers() > 0 && state.holdsResource(call.operands().get(0)) && !state.isResource(call.operands().get(0));
    return isArgument && hierarchy.scopeOf(call.callee()) != Scope.PLATFORM || isHolder && hierarchy.isOwn(call.callee().owner());
  }

  /** Whether code that nobody can read is guessed to keep what it is given. */
  public static boolean isStoring(MethodKey callee) {
    return callee.isConstructor() || isNamed(callee, STORING);
  }

  private static boolean isNamed(MethodKey callee, List<String> verbs) {
    String name = callee.name();
    return verbs.stream().anyMatch(v -> name.startsWith(v) && (name.length() == v.length() || Character.isUpperCase(name.charAt(v.length()))));
  }

}
