package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which variable a local slot means at a position.
 *
 * <p>Debug information tells the variables of a slot apart by name, type and range. Where there is none (also the slots
 * that javac makes up for {@code try} and {@code for}), all values of one category in one slot are one variable. Other
 * compilers let a range begin later than its first store, or a parameter's behind the first instruction: there
 * {@link Webs} tell which accesses mean the same variable, and one of them that is in a range names it for all.
 *
 * <p>The type of an unnamed variable is that of the values stored to it; as they are known only at the end, a method may
 * have to be lowered a second time with {@link #learnedTypes()}.
 */
final class Locals {
  private record Named(int slot, String name, String type) {}

  private record Range(Variable variable, int slot, char category, int start, int end) {
    boolean covers(int position, SlotKey key) {
      return slot == key.slot() && category == key.category() && start <= position && position < end;
    }
  }

  private final Variables variables;
  private final Map<SlotKey, String> typeHints;
  private final List<Variable> parameters = new ArrayList<>();
  private final Map<SlotKey, Variable> unnamed = new HashMap<>();
  private final Map<SlotKey, Set<String>> stored = new TreeMap<>();
  private final Set<String> madeUpNames = new HashSet<>();
  private final Map<Integer, List<Range>> ranges = new HashMap<>();
  private final Map<Integer, Variable> ofWebs = new HashMap<>();
  private final Optional<Webs> webs;

  Locals(MethodNode method, String owner, MethodCode code, Variables variables, Map<SlotKey, String> typeHints) {
    this.variables = variables;
    this.typeHints = typeHints;
    declareParameters(method, owner);
    declareRanges(method, code);
    webs = isCoveredInPart(code) ? Webs.of(code) : Optional.empty();
    webs.ifPresent(found -> nameWebs(found, code));
  }

  private void declareParameters(MethodNode method, String owner) {
    int slot = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      declareParameter(slot++, "this", Variable.Kind.THIS, owner);
    }
    Type[] types = Type.getArgumentTypes(method.desc);
    List<String> names = ParameterNames.of(method);
    for (int i = 0; i < types.length; i++) {
      declareParameter(slot, names.get(i), Variable.Kind.PARAMETER, TypeNames.of(types[i]));
      slot += types[i].getSize();
    }
  }

  private void declareParameter(int slot, String name, Variable.Kind kind, String type) {
    Variable variable = variables.named(name, kind, type);
    parameters.add(variable);
    unnamed.put(new SlotKey(slot, TypeNames.categoryOf(type)), variable);
  }

  private void declareRanges(MethodNode method, MethodCode code) {
    if (method.localVariables == null) {
      return;
    }
    Map<Named, Variable> known = new LinkedHashMap<>();
    for (LocalVariableNode local : method.localVariables) {
      String type = TypeNames.ofDescriptor(local.desc);
      char category = TypeNames.categoryOf(type);
      SlotKey key = new SlotKey(local.index, category);
      int start = code.position(local.start);
      Variable variable = start == 0 && unnamed.containsKey(key)
          ? unnamed.get(key)
          : known.computeIfAbsent(new Named(local.index, local.name, type),
              n -> variables.named(n.name(), Variable.Kind.LOCAL, n.type()));
      Range range = new Range(variable, local.index, category, start, code.position(local.end));
      ranges.computeIfAbsent(local.index, s -> new ArrayList<>()).add(range);
    }
  }

  private boolean isCoveredInPart(MethodCode code) {
    for (int at = 0; at < code.size(); at++) {
      Optional<SlotKey> key = SlotKey.accessedBy(code.at(at));
      if (key.isPresent() && ranges.containsKey(key.get().slot()) && covering(code, at, key.get()) == null) {
        return true;
      }
    }
    return false;
  }

  private Variable covering(MethodCode code, int position, SlotKey key) {
    return SlotKey.isStore(code.at(position)) ? coveringStore(key, position) : inRange(key, position);
  }

  private void nameWebs(Webs found, MethodCode code) {
    List.copyOf(unnamed.keySet()).forEach(
        key -> found.webAtEntry(key).ifPresent(web -> ofWebs.put(web, unnamed.get(key))));
    for (int at = 0; at < code.size(); at++) {
      Optional<SlotKey> key = SlotKey.accessedBy(code.at(at));
      Variable named = key.isPresent() ? covering(code, at, key.get()) : null;
      if (named != null) {
        ofWebs.putIfAbsent(found.webAt(at), named);
      }
    }
  }

  List<Variable> parameters() {
    return List.copyOf(parameters);
  }

  /** What the instruction at {@code position} reads. */
  Variable read(int slot, char category, int position) {
    SlotKey key = new SlotKey(slot, category);
    Variable named = webs.isPresent() ? ofWebs.get(webs.get().webAt(position)) : inRange(key, position);
    return named != null ? named : unnamed(key);
  }

  /**
   * What the instruction at {@code position} writes: a range begins behind the store that initialises its variable.
   *
   * @param type of the value; empty where nothing is known about it ({@code null})
   */
  Variable written(int slot, char category, int position, String type) {
    SlotKey key = new SlotKey(slot, category);
    Variable named = webs.isPresent() ? ofWebs.get(webs.get().webAt(position)) : coveringStore(key, position);
    if (named != null) {
      return named;
    }
    if (!type.isEmpty()) {
      stored.computeIfAbsent(key, k -> new TreeSet<>()).add(type);
    }
    return unnamed(key);
  }

  private Variable coveringStore(SlotKey key, int position) {
    Variable initialised = inRange(key, position + 1);
    return initialised != null ? initialised : inRange(key, position);
  }

  private Variable inRange(SlotKey key, int position) {
    for (Range range : ranges.getOrDefault(key.slot(), List.of())) {
      if (range.covers(position, key)) {
        return range.variable();
      }
    }
    return null;
  }

  private Variable unnamed(SlotKey key) {
    Variable known = unnamed.get(key);
    if (known == null) {
      String name = "l" + key.slot();
      String unique = madeUpNames.add(name) ? name : name + Character.toLowerCase(key.category());
      String type = typeHints.getOrDefault(key, TypeNames.typeOf(key.category()));
      known = variables.named(unique, Variable.Kind.LOCAL, type);
      unnamed.put(key, known);
    }
    return known;
  }

  /** Better types than the ones used, one a slot; empty where all were right. */
  Map<SlotKey, String> learnedTypes() {
    Map<SlotKey, String> learned = new TreeMap<>();
    stored.forEach((key, types) -> {
      boolean isUnnamedLocal = unnamed.get(key).kind() == Variable.Kind.LOCAL;
      if (isUnnamedLocal && types.size() == 1 && !types.contains(unnamed.get(key).type())) {
        learned.put(key, types.iterator().next());
      }
    });
    return learned;
  }
}
