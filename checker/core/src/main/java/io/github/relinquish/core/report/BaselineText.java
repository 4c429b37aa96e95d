package io.github.relinquish.core.report;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The baseline as a reviewer reads it: JSON lines, a header and then one entry a line, sorted, so that each agreed finding is one
 * line of a diff and two branches that drop different entries merge.
 *
 * <pre>
 * {"relinquish-baseline":"1"}
 * {"rule":"SecurityContextLeak","fingerprint":"…","method":"com.acme.Peer#open(int)","message":"security context 'ctx' is …"}
 * </pre>
 */
public final class BaselineText {
  private static final String HEADER = "{\"relinquish-baseline\":\"1\"}";
  private static final Set<String> KEYS =
      new TreeSet<>(List.of("rule", "fingerprint", "method", "message", "reason", "expires"));

  private BaselineText() {}

  /** The file's text. */
  public static String print(Baseline baseline) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (BaselineEntry entry : baseline.entries()) {
      Json json = Json.onOneLine(text).beginObject();
      json.field("rule", entry.rule()).field("fingerprint", entry.fingerprint()).field("method", entry.method());
      json.field("message", entry.message());
      if (!entry.reason().isEmpty()) {
        json.field("reason", entry.reason());
      }
      if (!entry.expires().isEmpty()) {
        json.field("expires", entry.expires());
      }
      json.endObject().endDocument();
    }
    return text.toString();
  }

  /**
   * Reads a file's text.
   *
   * @throws MalformedBaseline with the line, where it is not a baseline: a broken file must not count as an empty one
   */
  public static Baseline parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
      throw new MalformedBaseline(1, "the first line must be " + HEADER);
    }
    List<BaselineEntry> entries = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        entries.add(entry(lines.get(i), i + 1));
      }
    }
    return new Baseline(entries);
  }

  private static BaselineEntry entry(String line, int number) {
    try {
      Map<String, String> members = FlatJson.parse(line);
      for (String key : members.keySet()) {
        if (!KEYS.contains(key)) {
          throw new MalformedBaseline(number, "unknown member \"" + key + "\"; known are " + String.join(", ", KEYS));
        }
      }
      return new BaselineEntry(members.getOrDefault("rule", ""), members.getOrDefault("fingerprint", ""),
          members.getOrDefault("method", ""), members.getOrDefault("message", ""), members.getOrDefault("reason", ""),
          members.getOrDefault("expires", ""));
    } catch (DateTimeParseException e) {
      throw new MalformedBaseline(number, "\"expires\" must be a date like 2026-12-31");
    } catch (MalformedBaseline e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new MalformedBaseline(number, e.getMessage());
    }
  }

  /** A file that is not a baseline. */
  public static final class MalformedBaseline extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MalformedBaseline(int line, String text) {
      super("line " + line + ": " + text);
    }
  }
}
