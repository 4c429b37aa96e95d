package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that a protocol file is written in, for editors that complete them. */
public final class Words {
  private Words() {}

  /** Keys of a whole file. */
  public static List<String> ofFile() {
    return ProtocolReader.FILE;
  }

  /** Keys of a kind. */
  public static List<String> ofKind() {
    return KindReader.KIND;
  }

  /** Keys of a parent in a kind. */
  public static List<String> ofParent() {
    return KindReader.PARENT;
  }

  /** Keys of a row. */
  public static List<String> ofRow() {
    return List.copyOf(ProtocolReader.rowKeys());
  }

  /** Names of the rules. */
  public static List<String> rules() {
    return Stream.of(RuleId.values()).map(RuleId::title).toList();
  }

  /** How serious something may be. */
  public static List<String> severities() {
    return Stream.of(Severity.values()).map(severity -> severity.name().toLowerCase(Locale.ROOT)).toList();
  }
}
