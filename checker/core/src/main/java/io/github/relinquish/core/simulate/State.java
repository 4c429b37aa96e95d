package io.github.relinquish.core.simulate;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known at one point while one resource is followed, or while none is.
 *
 * <p>Mutable during one transfer; what is kept at a point is canonical and never changed again.
 */
public final class State {
  /** The pin of the resource. */
  public static final String RESOURCE = "resource";
  /** Pins of what the resource was made from: this and the role. */
  public static final String PARENT = "parent:";
  /** Pins of parts whose leaving shares the resource. */
  public static final String DERIVED = "derived:";
  /** Pins of what a place held when the body was entered: this and the port. */
  public static final String ENTERED = "entered:";
  /** Pins of containers that an index loop has shown to hold the resource. */
  public static final String VISITED = "visited:";
  /** Pins of iterators whose last answer was the resource, or its key. */
  public static final String MET = "met:";
  /** Pins of closures in a container out of which another element was taken. */
  public static final String BESIDE = "beside:";
  /** Pin of what was put into a container last, and is not known to be the resource or to hold it. */
  public static final String PUT = "put";
  /** Pin of the container that {@link #PUT} went into. */
  public static final String PUT_INTO = "put-into";
  /** Pins of what came from outside and has turned out to be the resource, or what holds it. */
  static final String EQUAL = "equal:";
  /** Field that marks an object which an acquisition has already written to. */
  public static final String BEGUN = "~begun";
  /** Pin of a released resource whose handle the program has wiped: it may be released again. */
  public static final String CLEARED = "cleared:";
  /** The static root that stands for the running thread. */
  public static final String THREAD = "<thread>";

  private final Store store;
  private final Kind kind;
  private Typestate typestate;
  private Trail trail;
  private String name;
  private boolean isGuess;
  private boolean isExcused;
  private boolean isBack;

  private State(Store store, Kind kind, Typestate typestate, Trail trail, String name, boolean isGuess) {
    this.store = store;
    this.kind = kind;
    this.typestate = typestate;
    this.trail = trail;
    this.name = name;
    this.isGuess = isGuess;
  }

  /** Follows no resource. */
  public static State plain(Store store) {
    return new State(store, null, null, Trail.START, "", false);
  }

  /** Follows the resource that {@code node} is from here on. */
  public static State following(Store store, int node, Kind kind, Typestate typestate, Trail trail) {
    store.setPin(RESOURCE, node);
    return new State(store, kind, typestate, trail, "", false);
  }

  public State copy() {
    return likewise(new State(store.copy(), kind, typestate, trail, name, isGuess));
  }

  /** The same knowledge, canonical: for keeping. */
  public State canonical() {
    return likewise(new State(store.canonical(), kind, typestate, trail, name, isGuess));
  }

  private State likewise(State copy) {
    copy.isExcused = isExcused;
    copy.isBack = isBack;
    return copy;
  }

  /** A loop leads back to where the resource began: on this round more is known of what an earlier one left than on the first. */
  void comeBack() {
    isBack = true;
  }

  /** Whether a release has thrown and nobody caught it: what is lost then is not held against the program. */
  public boolean isExcused() {
    return isExcused;
  }

  public void setExcused(boolean excused) {
    isExcused = excused;
  }

  /** What both know; canonical. */
  public State join(State other) {
    return join(other, (next, test) -> false);
  }

  /** The same; the way here is told as {@link Trail#merge} has it. */
  State join(State other, Trail.Meeting meeting) {
    return likewise(new State(store.join(other.store), kind, typestate, trail.merge(other.trail, meeting), name.isEmpty() ? other.name : name,
        isGuess || other.isGuess));
  }

  public Store store() {
    return store;
  }

  public boolean isFollowing() {
    return kind != null;
  }

  /** The kind of the resource; only of a state that follows one. */
  public Kind kind() {
    return Objects.requireNonNull(kind);
  }

  /** Where the resource stands; only of a state that follows one. */
  public Typestate typestate() {
    return Objects.requireNonNull(typestate);
  }

  public boolean isLive() {
    return typestate == Typestate.LIVE;
  }

  public boolean isReleased() {
    return typestate == Typestate.RELEASED;
  }

  public void become(Typestate next) {
    typestate = next;
  }

  /** The node of the resource; only of a state that follows one. */
  public int resource() {
    return store.pin(RESOURCE).orElseThrow();
  }

  /** Whether {@code node} is the resource. */
  public boolean isResource(int node) {
    return kind != null && resource() == node;
  }

  /** Whether {@code node} is the resource or holds it in its fields. */
  public boolean holdsResource(int node) {
    return kind != null && store.reaches(node, resource());
  }

  /** Whether the program can still name the resource, or code that nobody can read may. */
  public boolean isHeld() {
    return isEscaped() || store.isReachable(resource());
  }

  /** Whether every way to the resource leads into a container; so where none is followed. */
  public boolean isInContainer() {
    return kind == null || store.pathsTo(resource()).stream().allMatch(path -> path.stream().anyMatch(Port::isElement));
  }

  /** Whether code that nobody can read may go on holding the resource. */
  public boolean isEscaped() {
    return store.value(resource()).isEscaped();
  }

  /** Whether a value is null, or an object made on the way here that nothing was acquired into yet. */
  public boolean isEmptied(int value) {
    boolean isNew = !store.value(value).type().isEmpty() && store.field(value, BEGUN).isEmpty();
    return isNew || store.rangeOf(value).equals(Range.ZERO);
  }

  /** Whether to end the parent at a node takes nothing away: credentials that nobody acquired. */
  public boolean isNothing(Kind.Parent parent, int node) {
    return parent.rule() == RuleId.RELEASE_ORDER && isEmptied(node);
  }

  /** The role whose parent {@code node} is. */
  public Optional<String> parentRole(int node) {
    return store.pinsNamed(PARENT).stream()
        .filter(p -> store.pin(p).orElseThrow() == node)
        .map(p -> p.substring(PARENT.length()))
        .findFirst();
  }

  /** Pins {@code node} under the first free name that starts with {@code prefix}. */
  public void pinMore(String prefix, int node) {
    if (store.pinsNamed(prefix).stream().noneMatch(p -> store.pin(p).orElseThrow() == node)) {
      store.setPin(prefix + store.pinsNamed(prefix).size(), node);
    }
  }

  /** Whether {@code node} is pinned under a name that starts with {@code prefix}. */
  public boolean isPinned(String prefix, int node) {
    return store.pinsNamed(prefix).stream().anyMatch(p -> store.pin(p).orElseThrow() == node);
  }

  /** Removes the pins of {@code node} that start with {@code prefix}. */
  public void unpin(String prefix, int node) {
    for (String pin : store.pinsNamed(prefix)) {
      if (store.pin(pin).orElseThrow() == node) {
        store.removePin(pin);
      }
    }
  }

  /** States of one group merge; states of different groups live side by side. */
  String group() {
    return kind == null ? "" : (isExcused ? "excused " : "") + (isBack ? "back " : "") + typestate + " " + store.namesOf(resource()) + store.pinsNamed(VISITED) + store.pinsNamed(MET) + store.pinsNamed(CLEARED);
  }

  public Trail trail() {
    return trail;
  }

  public void setTrail(Trail next) {
    trail = next;
  }

  /** What the program calls the resource; empty where it never named it. */
  public String name() {
    return name;
  }

  public void setName(String first) {
    if (name.isEmpty()) {
      name = first;
    }
  }

  /** Whether something on the way here was guessed about code that nobody could read. */
  public boolean isGuess() {
    return isGuess;
  }

  public void guess() {
    isGuess = true;
  }

  /** Whether both tell the same way here, and the same name. */
  boolean isToldAs(State other) {
    return trail == other.trail && name.equals(other.name);
  }

  boolean saysTheSameAs(State other) {
    return typestate == other.typestate && isGuess == other.isGuess && store.equals(other.store);
  }
}
