package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.List;

/** What a step or an end reads. */
final class Operands {
  private Operands() {}

  static List<Variable> of(Step step) {
    if (step instanceof Step.Assign it) {
      return List.of(it.source());
    } else if (step instanceof Step.LoadField it) {
      return List.of(it.receiver());
    } else if (step instanceof Step.StoreField it) {
      return List.of(it.receiver(), it.value());
    } else if (step instanceof Step.StoreStatic it) {
      return List.of(it.value());
    } else if (step instanceof Step.LoadElement it) {
      return List.of(it.array(), it.index());
    } else if (step instanceof Step.StoreElement it) {
      return List.of(it.array(), it.index(), it.value());
    } else if (step instanceof Step.Length it) {
      return List.of(it.array());
    } else if (step instanceof Step.Invoke it) {
      return it.operands();
    } else if (step instanceof Step.Closure it) {
      return it.captured();
    } else if (step instanceof Step.Compare it) {
      return List.of(it.left(), it.right());
    } else if (step instanceof Step.TypeTest it) {
      return List.of(it.value());
    } else if (step instanceof Step.Operate it) {
      return it.operands();
    }
    return List.of();
  }

  static List<Variable> of(End end) {
    if (end instanceof End.Branch branch) {
      return List.of(branch.condition().left(), branch.condition().right());
    } else if (end instanceof End.Return it) {
      return List.of(it.value());
    } else if (end instanceof End.Throw it) {
      return List.of(it.value());
    }
    return List.of();
  }
}
