package demo;

class Switches {
  int dense(int rc) {
    switch (rc) {
      case 0:
        return 10;
      case 1:
        rc = 5;
      case 3:
        break;
      default:
        return -1;
    }
    return rc;
  }

  int sparse(int rc) {
    return switch (rc) {
      case 0, 590610 -> 1;
      case -2146893056 -> 2;
      default -> 3;
    };
  }

  int byName(String name) {
    switch (name) {
      case "Negotiate":
        return 1;
      default:
        return 0;
    }
  }
}
