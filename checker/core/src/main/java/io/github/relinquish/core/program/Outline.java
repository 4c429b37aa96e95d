package io.github.relinquish.core.program;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import java.util.List;
import java.util.Set;

/**
 * What a body and its lambdas do at all, in no order: at least what their flow graphs would say, at a fraction of the cost.
 *
 * @param fields simple names of the fields of objects that are read or written; static fields that hold references as {@link #ofClass} writes them
 * @param created binary names of the classes that are instantiated
 * @param calls calls, and the methods that method references stand for
 */
public record Outline(Set<String> fields, Set<String> created, List<Call> calls) {
  public Outline {
    fields = Set.copyOf(fields);
    created = Set.copyOf(created);
    calls = List.copyOf(calls);
  }

  /** How a static field of that simple name is written, so that none of an object is meant. */
  public static String ofClass(String field) {
    return "." + field;
  }

  /** A call, as a flow graph has it. */
  public record Call(MethodKey callee, CallKind kind) {}
}
