package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Scope.LookupKind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bridges: methods that javac adds later, where an override has another erasure than what it overrides. Calls of the
 * overridden method find the override through them only.
 */
final class Bridges {
  private final Types types;
  private final Keys keys;
  private final Map<String, Map<MethodKey, MethodSymbol>> known = new LinkedHashMap<>();

  Bridges(Context context, Keys keys) {
    this.types = Types.instance(context);
    this.keys = keys;
  }

  /** What each bridge of a class calls. */
  Map<MethodKey, MethodSymbol> of(ClassSymbol owner) {
    String name = Keys.className(owner);
    Map<MethodKey, MethodSymbol> bridges = known.get(name);
    if (bridges == null) {
      bridges = find(owner);
      known.put(name, bridges);
    }
    return bridges;
  }

  private Map<MethodKey, MethodSymbol> find(ClassSymbol owner) {
    Map<MethodKey, MethodSymbol> found = new LinkedHashMap<>();
    for (Type above : types.closure(owner.type)) {
      for (Symbol member : above.tsym.members().getSymbols(LookupKind.NON_RECURSIVE)) {
        if (above.tsym != owner && member instanceof MethodSymbol method && isOverridable(method)) {
          add(method, owner, found);
        }
      }
    }
    for (Symbol own : owner.members().getSymbols(LookupKind.NON_RECURSIVE)) {
      if (own instanceof MethodSymbol method) {
        found.remove(keys.method(method));
      }
    }
    return found;
  }

  private static boolean isOverridable(MethodSymbol method) {
    return !method.isConstructor() && (method.flags() & (Flags.STATIC | Flags.PRIVATE | Flags.FINAL | Flags.SYNTHETIC)) == 0;
  }

  private void add(MethodSymbol overridden, ClassSymbol owner, Map<MethodKey, MethodSymbol> found) {
    MethodSymbol override = overridden.implementation(owner, types, true);
    if (override == null || override == overridden) {
      return;
    }
    // Otherwise the class that declares the override has the bridge already.
    boolean isOurs = override.owner == owner || !override.owner.isSubClass(overridden.owner, types);
    MethodKey bridge = keys.method(overridden).in(Keys.className(owner));
    if (isOurs && !bridge.descriptor().equals(keys.method(override).descriptor())) {
      found.putIfAbsent(bridge, override);
    }
  }

  /** The body of a bridge: calls the override, returns what it returns. */
  FlowGraph body(MethodKey bridge, MethodSymbol override, Frame frame) {
    frame.declareSelf();
    List<Variable> operands = new ArrayList<>(List.of(frame.self()));
    List<String> parameterTypes = bridge.parameterTypes();
    for (int i = 0; i < parameterTypes.size(); i++) {
      String name = override.params().get(i).name.toString();
      operands.add(frame.draft.parameter(name, Variable.Kind.PARAMETER, parameterTypes.get(i)));
    }
    MethodKey callee = keys.method(override).in(bridge.owner());
    boolean isVoid = callee.returnType().equals("void");
    Variable result = isVoid ? Variable.VOID : frame.draft.temporary(callee.returnType());
    List<String> thrown = keys.thrown(override.getThrownTypes());
    frame.draft.add(new Step.Invoke(frame.latest(), result, CallKind.VIRTUAL, callee, operands, thrown));
    frame.draft.returns(frame.latest(), result);
    return frame.draft.finish(bridge);
  }
}
