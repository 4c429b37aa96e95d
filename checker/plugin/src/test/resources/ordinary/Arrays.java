package ordinary;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Arrays by constant index and by counter. */
class Arrays {
  int placesOk() throws IOException {
    InputStream[] all = new InputStream[2];
    all[0] = new FileInputStream("a");
    try {
      all[1] = new FileInputStream("b");
      try {
        return all[1].read();
      } finally {
        all[1].close();
      }
    } finally {
      all[0].close();
    }
  }

  int otherPlaceBad() throws IOException {
    InputStream[] all = new InputStream[2];
    try {
      all[0] = new FileInputStream("a");
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      all[1] = new FileInputStream("b");
      return all[1].read();
    } finally {
      all[0].close();
    }
  }

  int samePlaceTwiceBad() throws IOException {
    InputStream[] all = new InputStream[1];
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    all[0] = new FileInputStream("a");
    all[0] = new FileInputStream("b");
    try {
      return all[0].read();
    } finally {
      all[0].close();
    }
  }

  void countedOk() throws IOException {
    InputStream[] all = new InputStream[2];
    try {
      for (int i = 0; i < 2; i++) {
        all[i] = new FileInputStream("a");
      }
    } finally {
      for (int i = 0; i < 2; i++) {
        if (all[i] != null) {
          all[i].close();
        }
      }
    }
  }

  void countedBad() throws IOException {
    InputStream[] all = new InputStream[2];
    try {
      for (int i = 0; i < 2; i++) {
        // BUG: Diagnostic contains: [CredentialsHandleLeak]
        all[i] = new FileInputStream("a");
      }
    } finally {
      for (int i = 0; i < 2; i++) {
        if (all[i] != null) {
          System.out.println(all[i]);
        }
      }
    }
  }
}
