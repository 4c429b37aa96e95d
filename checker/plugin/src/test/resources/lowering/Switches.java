class Switches {
  enum Color { RED, GREEN }

  static final int OK = 0;
  int seen;

  void falling(int k) {
    switch (k) {
      case OK:
        seen = 1;
      case 2:
        seen = 2;
        break;
      default:
        seen = 3;
    }
  }

  int ofText(String s) {
    switch (s) {
      case "a":
      case "b":
        return 1;
      default:
        return 2;
    }
  }

  int arrows(Color color) {
    return switch (color) {
      case RED -> 1;
      case GREEN -> {
        int x = seen;
        yield x;
      }
    };
  }

  void arrowsWithoutDefault(Color color) {
    switch (color) {
      case RED -> seen = 1;
      case GREEN -> throw new IllegalStateException();
    }
  }

  int several(int k) {
    int r = switch (k) {
      case 1, 3 -> 4;
      default -> throw new IllegalArgumentException();
    };
    return r;
  }
}
