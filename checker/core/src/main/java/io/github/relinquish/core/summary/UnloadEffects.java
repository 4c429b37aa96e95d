package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Misuse;
import io.github.relinquish.core.simulate.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Effects of a provider that goes away. */
final class UnloadEffects {
  private UnloadEffects() {}

  static List<Way> apply(Effect.Unload unload, Way way, Journal journal) {
    State state = way.state();
    boolean isAbout = state.isFollowing() && state.isLive() && unload.kinds().contains(state.kind().name());
    if (!isAbout || !isOfProvider(unload, way)) {
      return List.of(way);
    }
    journal.misused(new Misuse(RuleId.PROVIDER_UNLOADED_BEFORE_CONTEXT_DELETED, unload.severity(), state,
        way.call().site(), way.call().name()));
    return List.of();
  }

  /** Whether what goes away may be the provider of the kinds that the unload names. */
  static boolean isOfProvider(Effect.Unload unload, Way way) {
    return mayBeProvider(unload, way) && holdsWhatItMust(unload, way);
  }

  private static boolean holdsWhatItMust(Effect.Unload unload, Way way) {
    if (unload.holding().isEmpty()) {
      return true;
    }
    OptionalInt node = unload.of().isEmpty() ? OptionalInt.empty() : way.find(unload.of().get(0));
    return node.isPresent() && unload.holding().stream()
        .anyMatch(k -> BeginEffects.hasBegun(k, way.state().store(), node.getAsInt()));
  }

  /** A provider that is known by name to be another one takes nothing with it. */
  private static boolean mayBeProvider(Effect.Unload unload, Way way) {
    if (unload.names().isEmpty() || unload.of().isEmpty()) {
      return true;
    }
    Optional<String> known = way.nameAt(unload.of().get(0));
    return known.isEmpty() || unload.names().stream().anyMatch(n -> isNamed(known.get(), n));
  }

  private static boolean isNamed(String library, String listed) {
    String name = listed.toLowerCase(Locale.ROOT);
    String base = library.substring(Math.max(library.lastIndexOf('/'), library.lastIndexOf('\\')) + 1);
    String stem = base.toLowerCase(Locale.ROOT);
    return stem.equals(name) || stem.startsWith(name + ".") || stem.startsWith("lib" + name + ".");
  }
}
