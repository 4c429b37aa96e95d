package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.util.Name;
import io.github.relinquish.core.program.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Methods of libraries that answer certain classes. Javac has looked at every class whose methods the run calls, so no other is looked at. */
final class FactoryCalls {
  private final ClassSymbols symbols;
  private final ClassIndex classes;

  FactoryCalls(ClassSymbols symbols, ClassIndex classes) {
    this.symbols = symbols;
    this.classes = classes;
  }

  /**
   * By simple name, the classes that declare such a method; sorted.
   *
   * @param types binary names of what they answer
   */
  Map<String, Set<String>> answering(Set<String> types) {
    // Where units are attributed one by one, those that name such a type come first.
    types.forEach(type -> classes.unitsWith(type).forEach(classes::makeReady));
    Set<Name> names = new HashSet<>();
    types.forEach(type -> names.add(symbols.name(type)));
    Map<String, Set<String>> found = new TreeMap<>();
    for (ClassSymbol declared : symbols.completed()) {
      List<String> answering = answering(names, declared);
      if (!answering.isEmpty() && Scopes.of(declared) == Scope.LIBRARY) {
        answering.forEach(method -> found.computeIfAbsent(method, n -> new TreeSet<>()).add(Keys.className(declared)));
      }
    }
    return found;
  }

  private static List<String> answering(Set<Name> types, ClassSymbol declared) {
    if (declared.members_field == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (Symbol member : declared.members_field.getSymbols()) {
      // A static initialiser has no type.
      Type result = member instanceof MethodSymbol method ? method.getReturnType() : null;
      if (result != null && types.contains(result.tsym.flatName())) {
        found.add(member.name.toString());
      }
    }
    return found;
  }
}
