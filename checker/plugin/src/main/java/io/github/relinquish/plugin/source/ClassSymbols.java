package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.model.JavacElements;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds javac's symbols by binary name; local and anonymous classes of class files too, which no source can name. */
final class ClassSymbols {
  private final Symtab symtab;
  private final Names names;
  private final JavacElements elements;
  private final ClassFinder finder;

  ClassSymbols(Context context) {
    this.symtab = Symtab.instance(context);
    this.names = Names.instance(context);
    this.elements = JavacElements.instance(context);
    this.finder = ClassFinder.instance(context);
  }

  /** Whether javac has had a look at the class: it looks at all that is above the type of a receiver. */
  boolean isCompleted(String className) {
    for (ClassSymbol symbol : symtab.getClassesForName(names.fromString(className))) {
      if (symbol.isCompleted()) {
        return true;
      }
    }
    return false;
  }

  /** A name as javac keeps it. */
  Name name(String text) {
    return names.fromString(text);
  }

  /** The classes that javac has had a look at so far. */
  List<ClassSymbol> completed() {
    List<ClassSymbol> found = new ArrayList<>();
    for (ClassSymbol symbol : symtab.getAllClasses()) {
      if (symbol.isCompleted()) {
        found.add(symbol);
      }
    }
    return found;
  }

  /** Completed; empty where javac does not know the class. What goes wrong while it reads one goes through. */
  Optional<ClassSymbol> find(String className) {
    Name name = names.fromString(className);
    for (ClassSymbol symbol : symtab.getClassesForName(name)) {
      symbol.complete();
      if (symbol.exists()) {
        return Optional.of(symbol);
      }
    }
    ClassSymbol symbol = elements.getTypeElement(className);
    if (symbol != null) {
      return Optional.of(symbol);
    }
    int dollar = className.indexOf('$', 1);
    return dollar < 0 ? Optional.empty() : findInside(className.substring(0, dollar), name);
  }

  private Optional<ClassSymbol> findInside(String outermost, Name name) {
    Optional<ClassSymbol> outer = find(outermost);
    if (outer.isEmpty() || outer.get().packge() == null) {
      return Optional.empty();
    }
    try {
      ClassSymbol symbol = finder.loadClass(outer.get().packge().modle, name);
      return symbol.exists() ? Optional.of(symbol) : Optional.empty();
    } catch (ClassFinder.BadClassFile e) {
      throw e;
    } catch (CompletionFailure e) {
      // There is no such file: a name with a dollar need not be a class inside another.
      return Optional.empty();
    }
  }
}
