package io.github.relinquish.plugin.report;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.RulePages;
import io.github.relinquish.core.report.SarifWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One javac run's place in the folder of reports: {@code NAME.sarif} for readers, {@code NAME.units} for the next build.
 *
 * <p>An incremental build compiles some units only. Their results replace the earlier ones, the results of the others stay, and those of units
 * whose source is gone go. Equal results give equal bytes.
 */
public final class ReportFolder {
  private final Path folder;
  private final Path root;
  private final String name;

  /**
   * A run's place.
   *
   * @param folder where reports go; made when it is missing
   * @param root what paths in reports are relative to
   * @param output where the run puts class files: it tells runs apart, as each module's main and test classes have their own
   */
  public ReportFolder(Path folder, Path root, Path output) {
    this.folder = folder.toAbsolutePath().normalize();
    this.root = root.toAbsolutePath().normalize();
    this.name = nameOf(this.folder, output.toAbsolutePath().normalize());
  }

  /** Replaces the results of these units and writes the report of all. */
  public void put(List<UnitResult> compiled) throws IOException {
    Files.createDirectories(folder);
    Map<String, UnitResult> all = new TreeMap<>();
    List<Note> lost = new ArrayList<>();
    Path kept = folder.resolve(name + ".units");
    if (Files.exists(kept)) {
      try {
        KeptResults.parse(Files.readAllBytes(kept)).stream().filter(unit -> stillExists(unit.file())).forEach(unit -> all.put(unit.file(), unit));
      } catch (IOException e) {
        lost.add(Note.notJudged("the results of the last build cannot be read (" + e.getMessage() + "); build all sources again"));
      }
    }
    compiled.forEach(unit -> all.put(unit.file(), unit));
    List<UnitResult> units = List.copyOf(all.values());
    replace(kept, KeptResults.print(units));
    replace(folder.resolve(name + ".sarif"), print(units, lost).getBytes(StandardCharsets.UTF_8));
  }

  private String print(List<UnitResult> units, List<Note> lost) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Map<Finding, List<Fix>> fixes = new LinkedHashMap<>();
    List<Note> notes = new ArrayList<>(lost);
    for (UnitResult unit : units) {
      findings.addAll(unit.findings());
      fixes.putAll(unit.fixes());
      notes.addAll(unit.notes());
    }
    Report report = new Report(findings, fixes, notes).relativeTo(root.toString().replace('\\', '/'));
    return new SarifWriter(version(), "relinquish/" + name + "/", RulePages.SHIPPED, this::lines).print(report);
  }

  private Optional<List<String>> lines(String file) {
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllLines(root.resolve(file), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();                    // in another encoding: the report does without the ends of long places
    }
  }

  private static boolean stillExists(String file) {
    try {
      return Files.exists(Path.of(file));
    } catch (InvalidPathException e) {
      return false;                               // a source that never was a file
    }
  }

  /** A reader sees the old report or the new one, never half of one. */
  private void replace(Path file, byte[] bytes) throws IOException {
    // Not a temporary file of Java's, which nobody else may read.
    Path fresh = folder.resolve(name + "-" + UUID.randomUUID() + ".new");
    Files.write(fresh, bytes, StandardOpenOption.CREATE_NEW);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The same on every machine: made of the way from the folder of reports to the class files. */
  private static String nameOf(Path folder, Path output) {
    boolean isRelated = folder.getRoot() != null && folder.getRoot().equals(output.getRoot());
    String way = (isRelated ? folder.relativize(output) : output).toString().replace('\\', '/');
    String plain = way.replaceAll("(\\.\\./)+", "").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    String shown = plain.length() > 60 ? plain.substring(plain.length() - 60) : plain;
    return (shown.isEmpty() ? "classes" : shown) + "-" + String.format("%08x", way.hashCode());
  }

  private static String version() throws IOException {
    try (InputStream in = ReportFolder.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version").replace("-SNAPSHOT", "");
    }
  }
}
