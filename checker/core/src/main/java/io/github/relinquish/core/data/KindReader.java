package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the kinds of a file. */
final class KindReader {
  static final List<String> KIND = List.of("name", "noun", "rule", "release", "leak", "again", "afterwards", "failed", "thread", "fields",
      "quiet-when-shared", "release-fails", "release-is-shared", "parents", "source");
  static final List<String> PARENT = List.of("role", "rule", "severity");

  private final Problems problems;
  private final String defaultSource;

  KindReader(Problems problems, String defaultSource) {
    this.problems = problems;
    this.defaultSource = defaultSource;
  }

  /** One kind; empty, with problems, where something that it cannot do without is missing or wrong. */
  Optional<Kind> read(Node node) {
    return Fields.of(node, "a kind", KIND, problems).flatMap(this::read);
  }

  private Optional<Kind> read(Fields fields) {
    Optional<String> name = fields.requiredText("name").map(Node.Scalar::text);
    Optional<String> noun = fields.requiredText("noun").map(Node.Scalar::text);
    Optional<RuleId> rule = rule(fields);
    Optional<String> release = fields.requiredText("release").map(Node.Scalar::text);
    Severity leak = severity(fields, "leak", rule.map(RuleId::severity).orElse(Severity.ERROR));
    Severity again = severity(fields, "again", Severity.NONE);
    Severity afterwards = severity(fields, "afterwards", Severity.ERROR);
    Severity failed = severity(fields, "failed", Severity.NONE);
    boolean isThreadBound = fields.flag("thread", false);
    boolean heldByFields = fields.flag("fields", true);
    boolean quiet = fields.flag("quiet-when-shared", false);
    boolean releaseFails = fields.flag("release-fails", false);
    boolean releaseIsShared = fields.flag("release-is-shared", false);
    List<Kind.Parent> parents = new ArrayList<>();
    fields.items("parents").forEach(item -> parent(item).ifPresent(parents::add));
    String source = source(fields, defaultSource, problems);
    if (name.isEmpty() || noun.isEmpty() || rule.isEmpty() || release.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Kind(name.get(), noun.get(), rule.get(), leak, again, afterwards, failed, release.get(),
        isThreadBound, heldByFields, quiet, releaseFails, releaseIsShared, parents, source));
  }

  /** The source of a kind or row: its own, or that of the whole file. */
  static String source(Fields fields, String defaultSource, Problems problems) {
    Optional<Node.Scalar> own = fields.text("source");
    if (own.isEmpty() && defaultSource.isEmpty()) {
      problems.add(fields.node(), "a 'source' is missing here and at the top of the file: say where this was read");
    }
    return own.map(Node.Scalar::text).orElse(defaultSource);
  }

  private Optional<Kind.Parent> parent(Node node) {
    return Fields.of(node, "a parent", PARENT, problems).flatMap(fields -> {
      Optional<String> role = fields.requiredText("role").map(Node.Scalar::text);
      Optional<RuleId> rule = rule(fields);
      return role.flatMap(name -> rule.map(r -> new Kind.Parent(name, r, severity(fields, "severity", r.severity()))));
    });
  }

  private Optional<RuleId> rule(Fields fields) {
    return fields.requiredText("rule").flatMap(text -> {
      Optional<RuleId> rule = RuleId.ofTitle(text.text());
      if (rule.isEmpty()) {
        List<String> titles = List.of(RuleId.values()).stream().map(RuleId::title).toList();
        problems.add(text, "no rule is called '" + text.text() + "'" + Advice.nearestOrAll(text.text(), titles));
      }
      return rule;
    });
  }

  private Severity severity(Fields fields, String key, Severity otherwise) {
    return fields.text(key).flatMap(text -> EffectReader.word(text, Severity.values(), problems)).orElse(otherwise);
  }
}
