package demo;

class Slots {
  int shared(boolean flag) {
    if (flag) {
      String text = "a";
      return text.length();
    } else {
      int number = 4;
      int other = number + 1;
      return other;
    }
  }

  int twice(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i;
    }
    for (long i = n; i > 0; i--) {
      sum -= 1;
    }
    return sum;
  }

  Object late(boolean flag) {
    Object value;
    if (flag) {
      value = "x";
    } else {
      value = new StringBuilder();
    }
    for (String part : new String[] {"a", "b"}) {
      value = part;
    }
    return value;
  }
}
