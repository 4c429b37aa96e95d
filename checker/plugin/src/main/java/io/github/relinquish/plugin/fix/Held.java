package io.github.relinquish.plugin.fix;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;

/**
 * What the code calls a resource from its acquisition on.
 *
 * @param name the expression; empty for a state of the thread that has none
 * @param variable the variable that {@code name} names; null where there is none
 * @param type its type; null where there is none
 * @param mayBeNull whether it can be null although the code went on
 */
record Held(String name, Symbol variable, Type type, boolean mayBeNull) {
  static final Held THREAD = new Held("", null, null, false);

  Held checked() {
    return new Held(name, variable, type, false);
  }

  boolean is(Symbol symbol) {
    return variable != null && variable.equals(symbol);
  }
}
