class Classes {
  int f = 1;

  {
    f = 2;
  }

  Classes() {
    f = 3;
  }

  Classes(int x) {
    this();
    f = x;
  }

  class Inner {
    int g = f;

    class Deeper {
      int h = g + f;
    }

    Deeper deeper() {
      return new Deeper();
    }
  }

  static Inner.Deeper make(Classes c) {
    return c.new Inner().new Deeper();
  }

  Runnable anonymous(AutoCloseable a, String unused) {
    return new Runnable() {
      int k = f;

      @Override public void run() {
        a.hashCode();
        f = k;
        Runnable r = () -> a.notify();
      }
    };
  }

  void local(Object o) {
    class Local {
      Object get() {
        return o;
      }

      Local again() {
        return new Local();
      }
    }
    class Below extends Local {
      Object both() {
        return get() == o ? this : f;
      }
    }
    new Below().both();
    Classes.this.f = 4;
  }

  static void inStatic(Object o) {
    new Object() {
      void run() {
        o.notify();
      }
    }.run();
  }
}
