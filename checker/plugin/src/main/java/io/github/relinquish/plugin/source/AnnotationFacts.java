package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TargetType;
import com.sun.tools.javac.code.TypeAnnotationPosition;
import com.sun.tools.javac.util.Pair;
import io.github.relinquish.core.program.AnnotationFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Annotations on a declaration and on its type, by name. */
final class AnnotationFacts {
  private AnnotationFacts() {}

  /** Of a class, a field, or a method and its result. */
  static List<AnnotationFact> of(Symbol symbol) {
    List<AnnotationFact> facts = new ArrayList<>();
    symbol.getRawAttributes().forEach(a -> add(facts, a));
    TargetType wanted = symbol instanceof MethodSymbol ? TargetType.METHOD_RETURN : TargetType.FIELD;
    for (Attribute.TypeCompound annotation : symbol.getRawTypeAttributes()) {
      if (annotation.position.type == wanted && isOutermost(annotation.position)) {
        add(facts, annotation);
      }
    }
    return facts;
  }

  static List<AnnotationFact> ofParameter(MethodSymbol method, VarSymbol parameter, int index) {
    List<AnnotationFact> facts = new ArrayList<>();
    parameter.getRawAttributes().forEach(a -> add(facts, a));
    for (Attribute.TypeCompound annotation : method.getRawTypeAttributes()) {
      TypeAnnotationPosition position = annotation.position;
      if (position.type == TargetType.METHOD_FORMAL_PARAMETER && position.parameter_index == index
          && isOutermost(position)) {
        add(facts, annotation);
      }
    }
    return facts;
  }

  /** On the type itself, not on its elements or arguments. */
  private static boolean isOutermost(TypeAnnotationPosition position) {
    return position.location.stream()
        .allMatch(e -> e.tag == TypeAnnotationPosition.TypePathEntryKind.INNER_TYPE);
  }

  /** An annotation that is one of both kinds, declaration and type, counts once. */
  private static void add(List<AnnotationFact> facts, Attribute.Compound annotation) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Pair<MethodSymbol, Attribute> element : annotation.values) {
      List<String> strings = new ArrayList<>();
      addStrings(element.snd, strings);
      if (!strings.isEmpty()) {
        values.put(element.fst.name.toString(), strings);
      }
    }
    AnnotationFact fact = new AnnotationFact(Keys.className(annotation.type.tsym), values);
    if (!facts.contains(fact)) {
      facts.add(fact);
    }
  }

  private static void addStrings(Attribute value, List<String> strings) {
    if (value instanceof Attribute.Constant constant && constant.value instanceof String text) {
      strings.add(text);
    } else if (value instanceof Attribute.Constant flag && flag.getValue() instanceof Boolean) {
      strings.add(flag.getValue().toString());
    } else if (value instanceof Attribute.Array array) {
      for (Attribute one : array.values) {
        addStrings(one, strings);
      }
    }
  }
}
