package io.github.relinquish.tools.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.relinquish.core.data.Advice;
import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.plugin.session.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.DiagnosticSeverity;

/**
 * What the editor's settings say under {@code relinquish}. A value that makes no sense counts as not given.
 *
 * @param severity by rule, or {@code default}: {@code error}, {@code warning}, {@code information}, {@code hint}, {@code off}
 * @param classPath in addition to what the build says
 * @param models files with rows of the user's own
 * @param packs shipped rows that are off by default
 * @param least confidence that is shown
 * @param isStrict whether every call may throw an unchecked exception
 * @param asksBuild whether Maven or Gradle is asked for the class path
 * @param isOnline whether it may use the network for that
 * @param pauseMillis how long typing must rest before the analysis runs
 * @param limitSeconds after which an analysis is given up
 * @param problems settings that nobody knows, a sentence each
 */
record ClientSettings(Map<String, String> severity, List<Path> classPath, List<Path> models, List<String> packs, Confidence least, boolean isStrict,
    boolean asksBuild, boolean isOnline, int pauseMillis, int limitSeconds, List<String> problems) {
  private static final List<String> NAMES = List.of("severity", "confidence", "strict", "classPath", "models", "packs", "askBuildTool", "online",
      "pauseMillis", "limitSeconds");
  /** Of the extension's own. */
  private static final String COMMAND = "command";
  static final ClientSettings DEFAULT = of(new JsonObject(), Path.of(""));

  ClientSettings {
    severity = Collections.unmodifiableMap(new TreeMap<>(severity));
    classPath = List.copyOf(classPath);
    models = List.copyOf(models);
    packs = List.copyOf(packs);
    problems = List.copyOf(problems);
  }

  /** The options of the plugin that are meant. */
  Settings options() {
    Map<String, String> options = new TreeMap<>();
    options.put("Strict", String.valueOf(isStrict));
    options.put("Confidence", least == Confidence.CERTAIN ? "certain" : "likely");
    if (!models.isEmpty()) {
      options.put("Models", models.stream().map(Path::toString).collect(Collectors.joining(",")));
    }
    if (!packs.isEmpty()) {
      options.put("Packs", String.join(",", packs));
    }
    return Settings.of(options);
  }

  /**
   * Reads the settings, with or without {@code relinquish} around them.
   *
   * @param folder that relative paths start from
   */
  static ClientSettings of(Object settings, Path folder) {
    JsonObject all = settings instanceof JsonObject object ? object : new JsonObject();
    JsonObject ours = all.get("relinquish") instanceof JsonObject inner ? inner : all;
    Map<String, String> severity = new TreeMap<>();
    if (ours.get("severity") instanceof JsonObject levels) {
      levels.entrySet().forEach(e -> text(e.getValue()).ifPresent(level -> severity.put(e.getKey(), level.toLowerCase(Locale.ROOT))));
    } else {
      text(ours.get("severity")).ifPresent(level -> severity.put("default", level.toLowerCase(Locale.ROOT)));
    }
    boolean isCertain = text(ours.get("confidence")).filter("certain"::equals).isPresent();
    return new ClientSettings(severity, paths(ours.get("classPath"), folder), paths(ours.get("models"), folder), texts(ours.get("packs")),
        isCertain ? Confidence.CERTAIN : Confidence.LIKELY, flag(ours, "strict", false), flag(ours, "askBuildTool", true),
        flag(ours, "online", false), number(ours, "pauseMillis", 100), Math.max(1, number(ours, "limitSeconds", 60)), unknown(ours, ours != all));
  }

  /** Where the settings of others may stand beside ours, only those count as ours that come along with some that are. */
  private static List<String> unknown(JsonObject ours, boolean isOursAlone) {
    boolean isOurs = isOursAlone || ours.keySet().stream().anyMatch(NAMES::contains);
    return ours.keySet().stream().filter(name -> isOurs && !NAMES.contains(name) && !name.equals(COMMAND))
        .map(name -> "there is no setting '" + name + "'" + Advice.nearest(name, NAMES)).toList();
  }

  /** How a finding of a rule is shown; empty where it is not. */
  Optional<DiagnosticSeverity> shown(String rule, DiagnosticSeverity otherwise) {
    String level = severity.getOrDefault(rule, severity.getOrDefault("default", ""));
    return switch (level) {
      case "error" -> Optional.of(DiagnosticSeverity.Error);
      case "warning" -> Optional.of(DiagnosticSeverity.Warning);
      case "information" -> Optional.of(DiagnosticSeverity.Information);
      case "hint" -> Optional.of(DiagnosticSeverity.Hint);
      case "off" -> Optional.empty();
      default -> Optional.of(otherwise);
    };
  }

  private static Optional<String> text(JsonElement value) {
    return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
  }

  private static boolean flag(JsonObject object, String name, boolean otherwise) {
    return text(object.get(name)).map(Boolean::parseBoolean).orElse(otherwise);
  }

  private static int number(JsonObject object, String name, int otherwise) {
    try {
      return text(object.get(name)).map(Double::parseDouble).map(Double::intValue).filter(n -> n >= 0).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static List<Path> paths(JsonElement value, Path folder) {
    return texts(value).stream().flatMap(text -> path(text, folder).stream()).toList();
  }

  private static List<String> texts(JsonElement value) {
    List<String> texts = new ArrayList<>();
    if (value != null && value.isJsonArray()) {
      value.getAsJsonArray().forEach(entry -> text(entry).ifPresent(texts::add));
    }
    return texts;
  }

  private static Optional<Path> path(String text, Path folder) {
    try {
      return Optional.of(folder.resolve(text).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();                    // not a path on this system: nothing is there
    }
  }
}
