package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the instructions of a body name but do not say: looked up in the classes around it. */
public interface References {
  /** Knows no other class: nothing is declared thrown, a field belongs to the class that the instruction names. */
  References NONE = new References() {
    @Override public List<String> thrownBy(MethodKey callee) {
      return List.of();
    }

    @Override public FieldKey declared(FieldKey named) {
      return named;
    }
  };

  /** Looks members up in classes as the JVM resolves them; remembers its answers; several threads may ask. */
  static References through(Function<String, Optional<ClassShape>> shapes) {
    return new ResolvedReferences(shapes);
  }

  /** Declared exceptions of a callee as the call names it (it may be inherited), as binary names. */
  List<String> thrownBy(MethodKey callee);

  /** The field under the class that declares it; an instruction may name a subclass. */
  FieldKey declared(FieldKey named);
}
