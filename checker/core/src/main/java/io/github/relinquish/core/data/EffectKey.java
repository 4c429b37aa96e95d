package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a row that stand for effects, in the order in which the effects apply whatever the order in the file.
 *
 * <p>First what the call needs, then what it says, then what goes away, then closures, then what is new and where it ends up: so
 * {@code Map.put} hands out the old element before the new one joins.
 */
enum EffectKey {
  USES("uses"), BORROWS("borrows"), IMPLIES("implies"), ENSURES("ensures"), THROWS("throws"), SPARES("spares"), ASKS("asks"),
  UNLOADS("unloads"), ENDS("ends"), TAKES("takes"), PICKS("picks"), DROPS("drops"), RUNS("runs"),
  BEGINS("begins"), LENDS("lends"), MOVES("moves"), SWAPS("swaps"), ADDS("adds"), PUTS("puts"), ALIASES("aliases"),
  DERIVES("derives"), NAMES("names"), COINS("coins"), ESCAPES("escapes"), CALLS_NAMED("calls-named");

  private final String word;

  EffectKey(String word) {
    this.word = word;
  }

  /** As rows write it. */
  String word() {
    return word;
  }

  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (EffectKey key : values()) {
      words.add(key.word);
    }
    return words;
  }

  /** The key under which an effect is written. */
  static EffectKey of(Effect effect) {
    if (effect instanceof Effect.Begin begin) {
      return begin.isLent() ? LENDS : BEGINS;
    }
    for (EffectKey key : values()) {
      if (EffectWriter.typeOf(key) == effect.getClass()) {
        return key;
      }
    }
    throw new IllegalArgumentException("no key for " + effect);
  }
}
