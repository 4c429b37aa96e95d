package demo;

import java.util.function.Function;
import java.util.function.Supplier;

class Closures {
  private final Object handle = new Object();

  Runnable capturing(Object context) {
    return () -> {
      context.notify();
      use(handle);
    };
  }

  Supplier<Object> creating() {
    return Object::new;
  }

  Function<Object, String> unbound() {
    return Object::toString;
  }

  Supplier<String> bound(Object receiver) {
    return receiver::toString;
  }

  Runnable serial() {
    return (Runnable & java.io.Serializable) () -> use(null);
  }

  private void use(Object any) {}

  record Pair(Object left, int right) {}
}
