package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the rows that are about a call. Remembers its answers. */
public final class RowTable {
  private static final String SEGMENT = "java.lang.foreign.MemorySegment";
  private static final String ALLOCATOR = "java.lang.foreign.SegmentAllocator";

  private final Protocols protocols;
  private final Hierarchy hierarchy;
  private final AnnotationRows annotations;
  private final TypeKinds kinds;
  private final ReleaseWords words;
  private final Map<Question, List<Row>> known = new HashMap<>();

  private record Question(MethodKey callee, String exactType) {}

  public RowTable(Protocols protocols, Hierarchy hierarchy, AnnotationRows annotations) {
    this.protocols = protocols;
    this.hierarchy = hierarchy;
    this.annotations = annotations;
    this.kinds = new TypeKinds(protocols, hierarchy);
    this.words = new ReleaseWords(protocols);
  }

  /** The verbs of the releasing calls. */
  public ReleaseWords words() {
    return words;
  }

  public Protocols protocols() {
    return protocols;
  }

  /** Which kinds the types of values say. */
  public TypeKinds kinds() {
    return kinds;
  }

  public AnnotationRows annotations() {
    return annotations;
  }

  /**
   * Rows about a call: those of the owner and its supertypes, else those that match by name, else what annotations say.
   *
   * @param exactType the receiver's class where it is known exactly, else empty
   */
  public List<Row> rowsFor(MethodKey callee, String exactType) {
    Question key = new Question(callee, exactType);
    List<Row> rows = known.get(key);
    if (rows == null) {
      rows = find(callee, exactType);
      known.put(key, rows);
    }
    return rows;
  }

  private List<Row> find(MethodKey callee, String exactType) {
    List<Row> named = protocols.rowsNamed(callee.name());
    List<Row> byOwner = new ArrayList<>();
    List<Row> byName = new ArrayList<>();
    for (Row row : named) {
      CallPattern call = row.call();
      if (call.matchesByName()) {
        if (byName.isEmpty() && fitsByName(call, callee)) {
          byName.add(row);
        }
      } else if (fits(call, callee) && isFirstOf(call.owner(), byOwner)
          && (hierarchy.isSubtype(callee.owner(), call.owner()) || (!exactType.isEmpty() && hierarchy.isSubtype(exactType, call.owner())))
          && !givesWay(row) && !tellsItself(callee, call) && byOwner.stream().noneMatch(r -> r.effects().equals(row.effects()))) {
        byOwner.add(row);
      }
    }
    Optional<Row> annotated = annotations.rowFor(callee);
    if (annotated.isPresent() && byOwner.isEmpty()) {
      return List.of(annotated.get());
    }
    if (!byOwner.isEmpty()) {
      return List.copyOf(byOwner);
    }
    if (!byName.isEmpty() && isForeign(callee)) {
      return List.copyOf(byName);
    }
    return named.isEmpty() ? List.of() : namesake(named, callee);
  }

  /**
   * A factory that nobody can read, called like the method of a row that begins a kind, and answering the type of that kind: an
   * interface around the factory of an API, mostly. It is guessed to begin the same.
   */
  private List<Row> namesake(List<Row> named, MethodKey callee) {
    Optional<Kind> kind = kinds.ofNamedType(callee.returnType());
    boolean isFactory = kind.isPresent() && named.stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Begin begin && begin.at().equals(Port.RESULT) && begin.kind().equals(kind.get().name()));
    if (!isFactory || !isOpen(callee)) {
      return List.of();
    }
    Effect begin = new Effect.Begin(kind.get().name(), Port.RESULT, List.of(new Clause(Port.RESULT, Clause.Test.NONNULL, List.of())),
        List.of(new Clause(Port.RESULT, Clause.Test.NULL, List.of())), List.of(), Map.of(), false);
    CallPattern call = new CallPattern(callee.owner(), callee.name(), callee.arity(), List.of());
    return List.of(new Row(call, List.of(begin), "named like a factory of a row", "names", 0, Row.Origin.GUESSED));
  }

  /** Whether others implement the method, and nobody in this run. */
  private boolean isOpen(MethodKey callee) {
    Optional<MethodShape> shape = hierarchy.declaration(callee);
    if (shape.isEmpty() || shape.get().is(Modifier.STATIC)) {
      return false;
    }
    return shape.get().is(Modifier.ABSTRACT)
        ? hierarchy.targets(callee, CallKind.VIRTUAL, "").isEmpty()
        : hierarchy.isLibraryInterface(shape.get().key().owner());
  }

  /** Of two rows of one class about one call the later counts, and it is asked first. */
  private static boolean isFirstOf(String owner, List<Row> rows) {
    return rows.stream().noneMatch(r -> r.call().owner().equals(owner));
  }

  /** Simple names of the annotations and types that may promise a release without a call that says so. */
  public Set<String> promises() {
    Set<String> words = new TreeSet<>(annotations().words());
    words.addAll(kinds().words());
    return words;
  }

  /** Whether a row, of whatever origin, says that the call gives something back. */
  public boolean isRelease(MethodKey callee) {
    return protocols.rowsNamed(callee.name()).stream()
        .filter(r -> !r.call().matchesByName() && fits(r.call(), callee) && hierarchy.isSubtype(callee.owner(), r.call().owner()))
        .flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Release);
  }

  /** Whether code touches a field by this name alone; elements, cells, parts and marks are filled by rows and by us. */
  boolean isNamedByCode(String field) {
    return Character.isJavaIdentifierStart(field.charAt(0)) && field.charAt(0) != '$' && !protocols.isFilled(field);
  }

  /** Whether a row says that a call of the method ends a kind that its receiver holds. */
  boolean releasesReceiver(MethodKey callee, Kind kind) {
    return protocols.knowsName(callee.name()) && rowsFor(callee, "").stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Release release && release.of().equals(Port.RECEIVER)
            && (release.kinds().isEmpty() || release.kinds().contains(kind.name())));
  }

  /** Shipped rows about classes of this very run give way to their bodies: an API is judged when it is compiled itself. */
  private boolean givesWay(Row row) {
    return row.origin() == Row.Origin.SHIPPED && hierarchy.isOwn(row.call().owner());
  }

  /** A constructor of the run says itself what it does, and hands on to the one that the row is about. */
  private boolean tellsItself(MethodKey callee, CallPattern call) {
    return callee.isConstructor() && !callee.owner().equals(call.owner()) && hierarchy.isOwn(callee.owner());
  }

  /** Rows for the function of that name, called through a handle that carries the name. */
  public List<Row> rowsForFunction(String function, int arity) {
    return protocols.rowsNamed(function).stream()
        .filter(r -> r.call().matchesByName() && (r.call().arity() < 0 || r.call().arity() == arity))
        .limit(1)
        .toList();
  }

  /** By how many positions the arguments of a binding are shifted against the function's own. */
  public int shiftOf(Row row, MethodKey callee) {
    return row.call().matchesByName() && row.call().arity() >= 0 && row.call().arity() + 1 == callee.arity() ? 1 : 0;
  }

  private static boolean fits(CallPattern call, MethodKey callee) {
    if (!call.name().equals(callee.name())) {
      return false;
    }
    if (!call.types().isEmpty()) {
      return typesFit(call.types(), callee.parameterTypes());
    }
    return call.arity() < 0 || call.arity() == callee.arity();
  }

  private static boolean typesFit(List<String> patterns, List<String> types) {
    if (patterns.size() != types.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      String pattern = patterns.get(i);
      String type = types.get(i);
      boolean isSame = pattern.equals("_") || pattern.equals(type)
          || type.endsWith("." + pattern) || type.endsWith("$" + pattern);
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  private static boolean fitsByName(CallPattern call, MethodKey callee) {
    if (!call.types().isEmpty()) {
      return typesFit(call.types(), callee.parameterTypes());
    }
    if (call.arity() < 0 || call.arity() == callee.arity()) {
      return true;
    }
    if (call.arity() + 1 != callee.arity()) {
      return false;
    }
    String first = callee.parameterTypes().get(0);
    return first.equals(SEGMENT) || first.equals(ALLOCATOR);
  }

  /** A function of another language: it has no body here, or it takes native memory. */
  private boolean isForeign(MethodKey callee) {
    if (callee.parameterTypes().contains(SEGMENT)) {
      return true;
    }
    Optional<MethodShape> shape = hierarchy.declaration(callee);
    return shape.isEmpty() || shape.get().is(Modifier.ABSTRACT) || shape.get().is(Modifier.NATIVE)
        || !hierarchy.scopeOf(callee).isOwn();
  }
}
