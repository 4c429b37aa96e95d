package io.github.relinquish.plugin.session;

import com.google.errorprone.ErrorProneFlags;
import io.github.relinquish.core.data.Advice;
import io.github.relinquish.core.finding.Confidence;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
  private final String prefix;

  /** Error Prone's injector calls it. */
  @Inject
  public Settings(ErrorProneFlags flags) {
    prefix = NAMESPACE;
    flags.getFlagsMap().forEach((key, value) -> {
      if (key.toLowerCase(Locale.ROOT).startsWith(NAMESPACE.toLowerCase(Locale.ROOT))) {
        read(key.substring(NAMESPACE.length()), value);
      }
    });
  }

  private Settings() {
    prefix = "";
  }

  /** Options by name without the namespace, {@code Strict} to {@code true}; problems name them in the same way. */
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
    String problem = NAMES.contains(name) ? problemOf(name, value) : "unknown option " + prefix + name + Advice.nearestOrAll(name, NAMES);
    if (problem.isEmpty()) {
      values.put(name, value);
    } else {
      problems.add(problem);
    }
  }

  /** What is wrong with the value of an option; empty where nothing is. */
  private String problemOf(String name, String value) {
    List<String> allowed = switch (name) {
      case "Strict", "RequireReason" -> List.of("true", "false");
      case "Explain" -> List.of("on", "off");
      case "Confidence" -> List.of("likely", "certain");
      default -> List.of();
    };
    if (!allowed.isEmpty()) {
      return allowed.contains(value) ? ""
          : "option " + prefix + name + " takes " + String.join(" or ", allowed) + ", not '" + value + "'" + Advice.nearest(value, allowed);
    }
    if (value.isBlank()) {
      return "option " + prefix + name + " has no value; give one or leave the option out";
    }
    return name.equals("Root") && !isFolder(value) ? "option " + prefix + "Root: there is no folder '" + value + "'" : "";
  }

  private static boolean isFolder(String path) {
    try {
      return Files.isDirectory(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
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
}
