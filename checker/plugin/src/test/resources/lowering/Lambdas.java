import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

class Lambdas {
  int f;
  Runnable field = () -> f = 1;
  static final Runnable SHARED = () -> System.gc();

  void captures(String a, int b) {
    Callable<Integer> c = () -> a.length() + b;
    Runnable r = () -> {
      Runnable inner = () -> f = b;
      inner.run();
    };
    Function<String, Integer> g = s -> {
      if (s == null) {
        return 0;
      }
      return s.length();
    };
  }

  void references(String a) {
    Supplier<Integer> bound = a::length;
    Function<String, Integer> unbound = String::length;
    Function<String, Integer> ofStatic = Integer::parseInt;
    Supplier<Lambdas> made = Lambdas::new;
    IntFunction<byte[]> array = byte[]::new;
    Runnable mine = this::own;
    Supplier<String> above = super::toString;
  }

  private void own() {}
}
