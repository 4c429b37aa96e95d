import java.io.IOException;
import java.io.InputStream;
import java.util.List;

class Loops {
  int total;

  void overList(List<String> names) {
    for (String name : names) {
      name.length();
    }
  }

  void overArray(int[] numbers) {
    for (int number : numbers) {
      total += number;
    }
  }

  int whileAssigning(InputStream in) throws IOException {
    int n;
    int sum = 0;
    while ((n = in.read()) != -1) {
      sum += n;
    }
    return sum;
  }

  void counting() {
    for (int i = 0; i < 3; i++) {
      if (i == 1) {
        continue;
      }
      total = i;
    }
  }

  void atLeastOnce(boolean more) {
    do {
      total++;
    } while (more);
  }

  void forever() {
    while (true) {
      total++;
    }
  }

  void labelled(int[][] rows) {
    outer:
    for (int[] row : rows) {
      for (int cell : row) {
        if (cell == 0) {
          continue outer;
        }
        if (cell == 1) {
          break outer;
        }
      }
    }
  }
}
