package io.github.relinquish.classfile;

import io.github.relinquish.core.program.AnnotationFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** Collects annotations, those on the outermost type of a declaration included, each once. */
final class AnnotationFacts {
  /** What nearly all methods have, by the number of their parameters: one list for all of them. */
  private static final List<List<List<AnnotationFact>>> NONE =
      IntStream.range(0, 256).mapToObj(count -> List.copyOf(Collections.nCopies(count, List.<AnnotationFact>of()))).toList();

  private final Set<AnnotationFact> facts = new LinkedHashSet<>();

  private AnnotationFacts() {}

  static List<AnnotationFact> of(ClassNode node) {
    return new AnnotationFacts().add(node.visibleAnnotations).add(node.invisibleAnnotations).list();
  }

  static List<AnnotationFact> of(FieldNode node) {
    return new AnnotationFacts().add(node.visibleAnnotations).add(node.invisibleAnnotations)
        .addTyped(node.visibleTypeAnnotations, t -> t.getSort() == TypeReference.FIELD)
        .addTyped(node.invisibleTypeAnnotations, t -> t.getSort() == TypeReference.FIELD).list();
  }

  static List<AnnotationFact> of(MethodNode node) {
    return new AnnotationFacts().add(node.visibleAnnotations).add(node.invisibleAnnotations)
        .addTyped(node.visibleTypeAnnotations, t -> t.getSort() == TypeReference.METHOD_RETURN)
        .addTyped(node.invisibleTypeAnnotations, t -> t.getSort() == TypeReference.METHOD_RETURN).list();
  }

  /**
   * One list a parameter of the descriptor. Parameters that javac puts in front (enum names, outer instances) are not
   * counted in the annotations of the others, which therefore belong to the last ones.
   */
  static List<List<AnnotationFact>> ofParameters(MethodNode node) {
    int count = Type.getArgumentTypes(node.desc).length;
    int declared = declaredParameters(node, count);
    List<List<AnnotationFact>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = i - (count - declared);
      Predicate<TypeReference> isThis =
          t -> t.getSort() == TypeReference.METHOD_FORMAL_PARAMETER && t.getFormalParameterIndex() == index;
      all.add(new AnnotationFacts()
          .add(at(node.visibleParameterAnnotations, declared, index))
          .add(at(node.invisibleParameterAnnotations, declared, index))
          .addTyped(node.visibleTypeAnnotations, isThis)
          .addTyped(node.invisibleTypeAnnotations, isThis).list());
    }
    return all.stream().allMatch(List::isEmpty) && count < NONE.size() ? NONE.get(count) : all;
  }

  private static int declaredParameters(MethodNode node, int count) {
    int declared = Math.max(node.visibleAnnotableParameterCount, node.invisibleAnnotableParameterCount);
    return declared == 0 ? count : Math.min(declared, count);
  }

  private static List<AnnotationNode> at(List<AnnotationNode>[] lists, int declared, int index) {
    return lists == null || index < 0 || index >= Math.min(declared, lists.length) ? null : lists[index];
  }

  /** ASM has null where there are none. */
  private AnnotationFacts add(List<AnnotationNode> nodes) {
    if (nodes != null) {
      nodes.forEach(node -> facts.add(fact(node)));
    }
    return this;
  }

  private AnnotationFacts addTyped(List<TypeAnnotationNode> nodes, Predicate<TypeReference> where) {
    if (nodes != null) {
      nodes.stream()
          .filter(n -> isOutermost(n.typePath) && where.test(new TypeReference(n.typeRef)))
          .forEach(node -> facts.add(fact(node)));
    }
    return this;
  }

  /** Not on a type argument or an array's element; {@code Outer.@A Inner} has a path of inner steps only. */
  private static boolean isOutermost(TypePath path) {
    return path == null || path.toString().chars().allMatch(c -> c == '.');
  }

  private List<AnnotationFact> list() {
    return List.copyOf(facts);
  }

  private static AnnotationFact fact(AnnotationNode node) {
    Map<String, List<String>> values = new TreeMap<>();
    List<Object> pairs = node.values == null ? List.of() : node.values;
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      List<String> strings = new ArrayList<>();
      collect(pairs.get(i + 1), strings);
      boolean isEmptyArray = pairs.get(i + 1) instanceof List<?> list && list.isEmpty();
      if (!strings.isEmpty() || isEmptyArray) {
        values.put(((String) pairs.get(i)).intern(), strings);
      }
    }
    return new AnnotationFact(TypeNames.ofDescriptor(node.desc).intern(), values);
  }

  private static void collect(Object value, List<String> strings) {
    if (value instanceof String text) {
      strings.add(text);
    } else if (value instanceof Boolean flag) {
      strings.add(flag.toString());
    } else if (value instanceof String[] constant) {
      strings.add(constant[1]);
    } else if (value instanceof List<?> elements) {
      elements.forEach(element -> collect(element, strings));
    }
  }
}
