package io.github.relinquish.plugin.session;

import com.google.errorprone.ErrorProneFlags;
import io.github.relinquish.core.data.Advice;
import io.github.relinquish.core.finding.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options of a run, {@code -XepOpt:Relinquish:Name=value}, read once. Error Prone builds one and hands it to all checks.
 *
 * <p>Error Prone ignores misspelt options in silence; ours are checked, and {@link #problems()} names what is wrong.
 */
public final class Settings {
  private static final String NAMESPACE = "Relinquish:";
  private static final List<String> NAMES =
      List.of("Confidence", "Explain", "Models", "Packs", "Report", "RequireReason", "Root", "Strict");

  private final Map<String, String> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /** Error Prone's injector calls it. */
  @Inject
  public Settings(ErrorProneFlags flags) {
    flags.getFlagsMap().forEach((key, value) -> {
      if (key.toLowerCase(Locale.ROOT).startsWith(NAMESPACE.toLowerCase(Locale.ROOT))) {
        read(key.substring(NAMESPACE.length()), value);
      }
    });
  }

  private Settings() {}

  /** Options by name without the namespace, {@code Strict} to {@code true}. */
  public static Settings of(Map<String, String> options) {
    Settings settings = new Settings();
    new TreeMap<>(options).forEach(settings::read);
    return settings;
  }

  /** All options at their defaults. */
  public static Settings none() {
    return new Settings();
  }

  private void read(String name, String value) {
    if (!NAMES.contains(name)) {
      problems.add("unknown option " + NAMESPACE + name + nearest(name, NAMES));
      return;
    }
    List<String> allowed = switch (name) {
      case "Strict", "RequireReason" -> List.of("true", "false");
      case "Explain" -> List.of("on", "off");
      case "Confidence" -> List.of("likely", "certain");
      default -> List.of();
    };
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      problems.add("option " + NAMESPACE + name + " takes " + String.join(" or ", allowed) + ", not '" + value + "'"
          + nearest(value, allowed));
      return;
    }
    values.put(name, value);
  }

  /** Names of all options, sorted, without the namespace. */
  public static List<String> names() {
    return NAMES;
  }

  /** What is wrong with the options, a sentence each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Whether every call may throw an unchecked exception. */
  public boolean isStrict() {
    return values.getOrDefault("Strict", "false").equals("true");
  }

  /** Whether a suppression without a reason counts for nothing. */
  public boolean requiresReason() {
    return values.getOrDefault("RequireReason", "false").equals("true");
  }

  /** Whether messages say why callees were believed to do what they do. */
  public boolean explains() {
    return values.getOrDefault("Explain", "off").equals("on");
  }

  /** The least confidence that is reported. */
  public Confidence confidence() {
    return values.getOrDefault("Confidence", "likely").equals("certain") ? Confidence.CERTAIN : Confidence.LIKELY;
  }

  /** Files with rows of the user. */
  public List<String> models() {
    return list("Models");
  }

  /** Names of opt-in packs of shipped rows. */
  public List<String> packs() {
    return list("Packs");
  }

  /** The folder that reports go to, as a list of at most one. */
  public List<String> report() {
    return values.containsKey("Report") ? List.of(values.get("Report")) : List.of();
  }

  /** The folder that paths in reports are relative to, as a list of at most one. */
  public List<String> root() {
    return values.containsKey("Root") ? List.of(values.get("Root")) : List.of();
  }

  private List<String> list(String name) {
    String text = values.getOrDefault(name, "");
    return text.isBlank() ? List.of() : List.of(text.split("\\s*,\\s*"));
  }

  private static String nearest(String word, List<String> words) {
    String advice = Advice.nearest(word, words);
    return advice.isEmpty() ? "; there are " + String.join(", ", words) : advice;
  }
}
