package io.github.relinquish.core.finding;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * One mistake.
 *
 * @param rule which rule it breaks
 * @param severity how serious it is
 * @param confidence what it rests on
 * @param site a leak: where the resource was acquired; a misuse: the wrong call
 * @param method the method that {@code site} stands in
 * @param kind name of the kind of resource
 * @param message one sentence, lower case, no full stop: the resource, how it is lost, the missing call
 * @param witness the shortest path: begins at the acquisition, ends where it is lost
 * @param beliefs why callees on the path were believed to do what they do, one line each
 * @param fingerprint stable identity without lines and columns
 * @param repairs what would mend it, best first
 */
public record Finding(
    RuleId rule,
    Severity severity,
    Confidence confidence,
    Site site,
    MethodKey method,
    String kind,
    String message,
    List<WitnessStep> witness,
    List<String> beliefs,
    String fingerprint,
    List<Repair> repairs) implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::site).thenComparing(Finding::rule).thenComparing(Finding::message)
          .thenComparing(Finding::fingerprint);

  public Finding {
    witness = List.copyOf(witness);
    beliefs = List.copyOf(beliefs);
    repairs = List.copyOf(repairs);
  }

  @Override public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
