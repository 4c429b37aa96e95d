package demo;

class Conditions {
  int both(int rc, Object handle) {
    if (rc == 0 && handle != null) {
      return 1;
    }
    return rc >= 0 ? 2 : 3;
  }

  boolean materialised(int rc) {
    boolean isOk = rc == 0 || rc == 590610;
    return !isOk;
  }

  int wide(long status, double ratio) {
    if (status < 0L) {
      return -1;
    }
    return ratio > 0.5 ? 1 : 0;
  }

  int nested(Conditions other, boolean flag, int a, int b) {
    return other.both(flag ? a : b, a == b ? other : null);
  }
}
