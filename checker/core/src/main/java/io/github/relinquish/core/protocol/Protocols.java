package io.github.relinquish.core.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All kinds and rows of a run.
 *
 * <p>Rows are found by the normalised name of the called method, so that a call costs one look-up.
 */
public final class Protocols {
  /** What cells and holders hold: whoever fills one still owns what is in it. */
  private static final String CELL = "value";

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();
  private final Set<String> parts = new TreeSet<>();
  private final Set<String> filled = new TreeSet<>();
  private final Set<String> written = new TreeSet<>();
  private final List<Row> all;

  /**
   * @param kinds names must be unique; a later one of the same name replaces the earlier
   * @param rows later rows come first, so that a user's row wins over a shipped one
   */
  public Protocols(List<Kind> kinds, List<Row> rows) {
    kinds.forEach(k -> this.kinds.put(k.name(), k));
    all = List.copyOf(rows);
    for (Row row : rows) {
      row.effects().forEach(this::addFilled);
      this.rows.computeIfAbsent(normalised(row.call().name()), n -> new ArrayList<>()).add(0, row);
    }
  }

  private void addFilled(Effect effect) {
    if (effect instanceof Effect.Move move) {
      move.to().path().stream().filter(f -> !Port.isElement(f)).forEach(filled::add);
      move.to().path().stream().filter(f -> !Port.isElement(f) && !f.equals(CELL)).forEach(parts::add);
    } else if (effect instanceof Effect.Begin begin) {
      begin.at().path().stream().filter(f -> !Port.isElement(f)).forEach(written::add);
    }
  }

  /** Whether functions write a resource into a field of this name: the cell or the struct around it is what code keeps. */
  public boolean isWritten(String field) {
    return written.contains(field);
  }

  /** Whether rows fill a field of this name, cells included: code touches it by calls that have rows, without naming it. */
  public boolean isFilled(String field) {
    return filled.contains(field);
  }

  /** Whether rows keep something in such a field, as a part of its object, which then owns it. */
  public boolean isPart(String field) {
    return parts.contains(field);
  }

  /** How many owners stand on a path of fields; parts that rows name, streams around streams, only pass a release on. */
  public long ownersOn(List<String> path) {
    return path.stream().filter(f -> !isPart(f)).count();
  }

  /** The kind of that name. */
  public Optional<Kind> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  public List<Kind> kinds() {
    return List.copyOf(kinds.values());
  }

  /** All rows, in the order in which they were given. */
  public List<Row> rows() {
    return all;
  }

  /** Rows that may be about a method of this name, the strongest first; owner, arity and types are still to be compared. */
  public List<Row> rowsNamed(String methodName) {
    List<Row> found = rows.getOrDefault(normalised(methodName), List.of());
    if (!found.isEmpty() || !hasSuffix(methodName)) {
      return found;
    }
    return rows.getOrDefault(normalised(methodName.substring(0, methodName.length() - 1)), List.of());
  }

  /** Whether any row is about a method of this name: the cheap question that most calls end with. */
  public boolean knowsName(String methodName) {
    return !rowsNamed(methodName).isEmpty();
  }

  /** The names under which {@link #rowsNamed} finds a row of this name: with either first letter, and with the suffixes of Windows. */
  public static Set<String> spellings(String name) {
    Set<String> found = new TreeSet<>();
    for (String first : List.of(name.substring(0, 1).toLowerCase(Locale.ROOT), name.substring(0, 1).toUpperCase(Locale.ROOT))) {
      List.of("", "A", "W").forEach(suffix -> found.add(first + name.substring(1) + suffix));
    }
    return found;
  }

  private static boolean hasSuffix(String name) {
    return name.length() > 2 && (name.endsWith("A") || name.endsWith("W"));
  }

  /** Functions are compared with their first letter in either case. */
  private static String normalised(String name) {
    return name.isEmpty() || Character.isLowerCase(name.charAt(0)) ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
