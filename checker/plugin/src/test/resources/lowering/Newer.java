// java 25
class Newer {
  record P(Object x, int y) {}

  sealed interface S permits A, B {}

  record A(int i) implements S {}

  record B(String s) implements S {}

  int patterns(Object o) {
    return switch (o) {
      case String s when s.length() > 3 -> 1;
      case P(String q, int z) when z > 1 && q != null -> z;
      case P(P(var u, _), int w) -> w;
      case Integer _, Long _ -> 5;
      case null, default -> 0;
    };
  }

  int exhaustive(S s) {
    return switch (s) {
      case A(int i) -> i;
      case B(String _) -> 2;
    };
  }

  int withNull(String s) {
    return switch (s) {
      case null -> 0;
      case "a" -> 1;
      default -> 2;
    };
  }

  boolean deconstructs(Object o) {
    if (o instanceof P(String q, var z) && z > 0) {
      return q.isEmpty();
    }
    boolean b = o instanceof A(int i);
    for (Object _ : new Object[0]) {
      System.gc();
    }
    try {
      o.wait();
    } catch (Exception _) {
      return true;
    }
    return b;
  }

  static class Early {
    int k;

    Early(int a, int b) {
      if (a < b) {
        throw new IllegalStateException();
      }
      k = a;
      super();
      k = b;
    }

    Early(int a) {
      int c = check(a);
      this(c, 2);
    }

    static int check(int x) {
      return x;
    }
  }
}
