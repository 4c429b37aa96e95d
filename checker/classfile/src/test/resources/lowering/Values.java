package demo;

import java.util.Objects;

class Values {
  static int total;
  Object held;
  int count;

  void fields(Object value) {
    held = Objects.requireNonNull(value);
    count++;
    total += count;
  }

  int increments(int i) {
    int before = i++;
    int[] cells = new int[2];
    cells[before] += i;
    return cells[0] + i-- * ~before;
  }

  Object[] arrays(Object first) {
    Object[] all = {first, null};
    byte[][] grid = new byte[3][4];
    grid[0][1] = (byte) all.length;
    return all;
  }

  Integer boxed(int value, Integer other) {
    long wide = value;
    Integer box = value;
    return box + other + (int) wide;
  }

  String text(Object any, float ratio) {
    if (any instanceof String) {
      String same = (String) any;
      return same + ":" + ratio;
    }
    Class<?> type = String.class;
    return type.getName();
  }

  Values chained() {
    Values a;
    Values b = a = new Values();
    Values old = a;
    a = new Values();
    return old == b ? a : b;
  }
}
