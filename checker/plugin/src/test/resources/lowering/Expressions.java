class Expressions {
  static final int A = 1;
  static final int B = A | 2;
  static final String NAME = "n";
  static int counter;
  final long big = 5L;
  int f;
  int[] cells;

  boolean conditions(boolean a, Object b, int c) {
    boolean r = a && b != null;
    if (a && !(b == null || c >= A)) {
      return r;
    }
    if (!a || b == this && (c < 0 || r)) {
      return true;
    }
    return !a;
  }

  int ternary(int a, boolean p, boolean q) {
    int x = a > 0 ? a : -a;
    return (p ? q : !q) ? x : 0;
  }

  void compound(int x, String s) {
    x += 2;
    x++;
    int y = x++ + ++x;
    cells[x++] -= 3;
    cells[0]++;
    f <<= 1;
    counter--;
    s += x;
    this.f = cells[1] = y;
    int z = x + (x = 5);
  }

  void constants() {
    int a = B;
    long b = big;
    String n = NAME + "x";
    char c = 'c';
    boolean t = true;
    double d = 1.5;
    Object o = null;
    Class<?> k = String.class;
    final int local = 7;
    int e = local + cells.length;
    int m = Integer.MAX_VALUE;
  }

  Object boxes(int i, Integer w, Object o) {
    Integer x = i;
    int y = w;
    String s = (String) o;
    long l = y;
    return (Object) s + "" + l + i;
  }

  void calls(Object o, int[] ints) {
    String.format("x", o, 1);
    String.format("y");
    String.format("z", (Object[]) null);
    super.toString();
    own();
    stat();
    Expressions.stat();
    ints.clone();
    "a".length();
    int[] init = {1, f};
    int[][] dims = new int[2][f];
    new Expressions().f = 3;
    sneaky(o, new IllegalStateException());
  }

  private void own() {}

  static void stat() {}

  <X extends Exception> void sneaky(Object o, X x) throws X {}

  int tests(Object o) {
    if (o instanceof String) {
      return 1;
    }
    if (!(o instanceof String s)) {
      return 2;
    }
    boolean b = o instanceof Integer;
    return s.length();
  }
}
