package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.protocol.Effect;

/** Which bodies of the run may make a provider go away. Where nobody calls what does that, none is looked at. */
final class Unloading {
  private final Summaries summaries;
  private Boolean isAnywhere;

  Unloading(Summaries summaries) {
    this.summaries = summaries;
  }

  boolean isIn(MethodKey body) {
    return isAnywhere() && summaries.hierarchy().scopeOf(body).isOwn() && summaries.reach().from(body).mayUnload();
  }

  private boolean isAnywhere() {
    if (isAnywhere == null) {
      isAnywhere = summaries.rows().protocols().rows().stream()
          .filter(r -> r.effects().stream().anyMatch(e -> e instanceof Effect.Unload))
          .anyMatch(r -> !summaries.relevance().callersOf(r).isEmpty());
    }
    return isAnywhere;
  }
}
