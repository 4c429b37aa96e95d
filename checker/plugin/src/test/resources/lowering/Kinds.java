class Kinds {
  enum Shade {
    DARK(1),
    LIGHT(2) {
      @Override int level() {
        return 3;
      }
    };

    private final int level;

    Shade(int level) {
      this.level = level;
    }

    Shade() {
      this(0);
    }

    int level() {
      return level;
    }
  }

  record Plain(int a, String b) {}

  record Compact(int a) {
    Compact {
      if (a < 0) {
        throw new IllegalArgumentException();
      }
    }
  }

  record Explicit(int a) {
    Explicit(int a) {
      this.a = a + 1;
    }

    Explicit() {
      this(2);
    }

    @Override public int a() {
      return 4;
    }
  }

  interface Face {
    int C = 3;
    Object D = new Object();

    default int one() {
      return C;
    }

    private void two() {}
  }

  static abstract class Both implements Face {
    abstract void none();

    @Override public int one() {
      return Face.super.one();
    }
  }
}
