package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which kind of resource the values of a type are: the kind that the type's own releasing method ends. */
public final class TypeKinds {
  private final Protocols protocols;
  private final Hierarchy hierarchy;
  private final Map<String, String> byOwner = new LinkedHashMap<>();

  public TypeKinds(Protocols protocols, Hierarchy hierarchy) {
    this.protocols = protocols;
    this.hierarchy = hierarchy;
    for (Row row : protocols.rows()) {
      if (!row.call().matchesByName()) {
        for (Effect effect : row.effects()) {
          if (effect instanceof Effect.Release release && release.of().equals(Port.RECEIVER) && release.kinds().size() == 1) {
            byOwner.putIfAbsent(row.call().owner(), release.kinds().get(0));
          }
        }
      }
    }
  }

  /** Binary names of the types that say a kind. */
  Set<String> types() {
    return Collections.unmodifiableSet(byOwner.keySet());
  }

  /** Binary names of the types that say this kind. */
  Set<String> typesOf(String kind) {
    Set<String> types = new TreeSet<>();
    byOwner.forEach((type, k) -> {
      if (k.equals(kind)) {
        types.add(type);
      }
    });
    return types;
  }

  /** Simple names of the types that say a kind: whoever keeps such a value names one of them. */
  public Set<String> words() {
    Set<String> words = new TreeSet<>();
    byOwner.keySet().forEach(type -> words.add(ClassNames.simple(type)));
    return words;
  }

  /**
   * The kind that a value of exactly this type is, if a row about this very type says so: the cheap question. Empty for a type of
   * this very run, whose bodies count and not its rows.
   */
  public Optional<Kind> ofNamedType(String type) {
    return Optional.ofNullable(byOwner.get(type)).filter(k -> !hierarchy.isOwn(type)).flatMap(protocols::kind);
  }

  /** Whether what is of a kind is of a type: one that a row about the kind names, or a supertype of it. Not where a row about another kind names it. */
  Optional<Boolean> isOfKind(String type, Kind kind) {
    boolean isIt = byOwner.entrySet().stream().anyMatch(e -> e.getValue().equals(kind.name()) && hierarchy.isSubtype(e.getKey(), type));
    return isIt ? Optional.of(true) : byOwner.containsKey(type) ? Optional.of(false) : Optional.empty();
  }

  /** The kind that a value of this static type is, if its type says so. */
  public Optional<Kind> ofType(String type) {
    for (String superType : hierarchy.superTypes(type)) {
      String kind = byOwner.get(superType);
      if (kind != null) {
        return protocols.kind(kind);
      }
    }
    return Optional.empty();
  }
}
