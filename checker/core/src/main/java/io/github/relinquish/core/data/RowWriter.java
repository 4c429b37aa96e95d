package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rows as text that reads back equal, but for file and line.
 *
 * <p>Effects are grouped by key: a row whose effects stand in another order than the file format's comes back in that order.
 */
public final class RowWriter {
  private RowWriter() {}

  /** One entry of {@code calls}, indented by two, with its line end. */
  public static String text(Row row) {
    StringBuilder text = new StringBuilder("  - call: ").append(EffectWriter.quoted(row.call())).append('\n');
    for (EffectKey key : EffectKey.values()) {
      List<String> effects = new ArrayList<>();
      for (Effect effect : row.effects()) {
        if (EffectKey.of(effect) == key) {
          effects.add(EffectWriter.text(effect));
        }
      }
      if (effects.size() == 1) {
        text.append("    ").append(key.word()).append(": ").append(effects.get(0)).append('\n');
      } else if (!effects.isEmpty()) {
        text.append("    ").append(key.word()).append(":\n");
        effects.forEach(effect -> text.append("      - ").append(effect).append('\n'));
      }
    }
    if (!row.source().isEmpty()) {
      text.append("    source: ").append(EffectWriter.quoted(row.source())).append('\n');
    }
    return text.toString();
  }

  /** A whole file without kinds. */
  public static String text(String api, List<Row> rows) {
    StringBuilder text = new StringBuilder("api: ").append(EffectWriter.quoted(api)).append("\ncalls:\n");
    rows.forEach(row -> text.append(text(row)));
    return text.toString();
  }
}
