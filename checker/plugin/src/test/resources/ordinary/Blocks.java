package ordinary;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/** One method each: blocks, exits, exceptions. */
class Blocks {
  int straightBad(File file) throws IOException {
    // BUG: Diagnostic contains: is not released when FileInputStream.read() throws IOException
    FileInputStream in = new FileInputStream(file);
    int first = in.read();
    in.close();
    return first;
  }

  int finallyOk(File file) throws IOException {
    FileInputStream in = new FileInputStream(file);
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  int neverBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(file);
    return in.read();
  }

  int resourceOk(File file) throws IOException {
    try (FileInputStream in = new FileInputStream(file)) {
      return in.read();
    }
  }

  int effectivelyFinalOk(File file) throws IOException {
    FileInputStream in = new FileInputStream(file);
    try (in) {
      return in.read();
    }
  }

  int tooLateBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(file);
    int first = in.read();
    try (in) {
      return first + in.read();
    }
  }

  void temporaryBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    new FileOutputStream(file).write(1);
  }

  void temporaryOk(File file) throws IOException {
    new FileOutputStream(file).close();
  }

  void oneBranchBad(File file, boolean keep) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileWriter out = new FileWriter(file);
    if (!keep) {
      out.close();
    }
  }

  void bothBranchesOk(File file, boolean keep) throws IOException {
    FileWriter out = new FileWriter(file);
    if (keep) {
      out.close();
    } else {
      out.close();
    }
  }

  int earlyReturnBad(File file, int limit) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    RandomAccessFile data = new RandomAccessFile(file, "r");
    if (limit == 0) {
      return -1;
    }
    data.close();
    return limit;
  }

  int earlyReturnOk(File file, int limit) throws IOException {
    if (limit == 0) {
      return -1;
    }
    RandomAccessFile data = new RandomAccessFile(file, "r");
    data.close();
    return limit;
  }

  void reassignedBad(File one, File two) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(one);
    in = new FileInputStream(two);
    in.close();
  }

  void reassignedOk(File one, File two) throws IOException {
    InputStream in = new FileInputStream(one);
    in.close();
    in = new FileInputStream(two);
    in.close();
  }

  void overwrittenByNullBad(File one) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(one);
    in = null;
  }

  void nullCheckOk(File file) throws IOException {
    FileInputStream in = null;
    try {
      in = new FileInputStream(file);
      in.read();
    } finally {
      if (in != null) {
        in.close();
      }
    }
  }

  void wrongNullCheckBad(File file) throws IOException {
    FileInputStream in = null;
    try {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      in = new FileInputStream(file);
      in.read();
    } finally {
      if (in == null) {
        in.close();
      }
    }
  }

  /** The first close may fail: the model says so of files. */
  void twoInOneFinallyBad(File one, File two) throws IOException {
    FileInputStream in = null;
    FileOutputStream out = null;
    try {
      in = new FileInputStream(one);
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      out = new FileOutputStream(two);
      out.write(in.read());
    } finally {
      if (in != null) {
        in.close();
      }
      if (out != null) {
        out.close();
      }
    }
  }

  InputStream answerLostBad(File one, File two) throws IOException {
    try (FileInputStream in = new FileInputStream(one)) {
      // BUG: Diagnostic contains: is not released when FileInputStream.close() throws IOException
      return new BufferedInputStream(new FileInputStream(two));
    }
  }

  InputStream answerKeptOk(File one, File two) throws IOException {
    try (FileInputStream in = new FileInputStream(one)) {
      in.read();
    }
    return new BufferedInputStream(new FileInputStream(two));
  }

  InputStream answerGivenBackOk(File one, File two) throws IOException {
    InputStream answer = null;
    try (InputStream in = new FileInputStream(one)) {
      answer = new FileInputStream(two);
    } catch (Exception e) {
      try {
        if (answer != null) {
          answer.close();
        }
      } catch (Exception again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    return answer;
  }

  void twoNestedOk(File one, File two) throws IOException {
    FileInputStream in = new FileInputStream(one);
    try {
      FileOutputStream out = new FileOutputStream(two);
      try {
        out.write(in.read());
      } finally {
        out.close();
      }
    } finally {
      in.close();
    }
  }

  void secondThrowsBad(File one, File two) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(one);
    FileOutputStream out = new FileOutputStream(two);
    try {
      out.write(in.read());
    } finally {
      try {
        in.close();
      } finally {
        out.close();
      }
    }
  }

  void twoResourcesOk(File one, File two) throws IOException {
    try (FileInputStream in = new FileInputStream(one); FileOutputStream out = new FileOutputStream(two)) {
      in.transferTo(out);
    }
  }

  void loopBad(List<File> files) throws IOException {
    for (File file : files) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      InputStream in = new FileInputStream(file);
      if (file.length() == 0) {
        continue;
      }
      in.close();
    }
  }

  void loopOk(List<File> files) throws IOException {
    for (File file : files) {
      try (InputStream in = new FileInputStream(file)) {
        if (in.read() < 0) {
          break;
        }
      }
    }
  }

  void labelBad(List<File> files) throws IOException {
    outer:
    for (File file : files) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      FileReader in = new FileReader(file);
      for (int i = 0; i < 10; i++) {
        if (i == file.length()) {
          break outer;
        }
      }
      in.close();
    }
  }

  void doWhileOk(File file) throws IOException {
    FileReader in = null;
    do {
      if (in != null) {
        in.close();
      }
      in = new FileReader(file);
    } while (file.length() < 7);
    in.close();
  }

  void doWhileBad(File file) throws IOException {
    FileReader in;
    do {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      in = new FileReader(file);
    } while (file.length() < 7);
    in.close();
  }

  int switchBad(File file, int mode) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileReader in = new FileReader(file);
    switch (mode) {
      case 0:
        in.close();
        return 0;
      case 1:
        return 1;
      default:
        in.close();
    }
    return 2;
  }

  int switchOk(File file, int mode) throws IOException {
    FileReader in = new FileReader(file);
    int answer = switch (mode) {
      case 0 -> 1;
      case 1 -> 2;
      default -> 3;
    };
    in.close();
    return answer;
  }

  void rethrowOk(File file) throws IOException {
    FileReader in = new FileReader(file);
    try {
      in.read();
    } catch (IOException e) {
      in.close();
      throw e;
    }
    in.close();
  }

  void rethrowBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileReader in = new FileReader(file);
    try {
      in.read();
      in.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void swallowedBad(File file) {
    try {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      FileReader in = new FileReader(file);
      in.read();
      in.close();
    } catch (IOException e) {
      e.printStackTrace();
    }
  }

  void conditionalOk(File file, boolean append) throws IOException {
    FileWriter out = append ? new FileWriter(file, true) : new FileWriter(file);
    out.close();
  }

  void conditionalBad(File file, boolean append) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Writer out = append ? new FileWriter(file, true) : null;
    System.out.println(out);
  }

  void conditionalNullOk(File file, boolean append) throws IOException {
    Writer out = append ? new FileWriter(file, true) : null;
    if (out != null) {
      out.close();
    }
  }

  void correlatedOk(File file, boolean write) throws IOException {
    FileWriter out = null;
    if (write) {
      out = new FileWriter(file);
    }
    System.out.println(write);
    if (write) {
      out.close();
    }
  }

  void memoryOk(byte[] bytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DataOutputStream(out).writeInt(in.read());
    new BufferedReader(new StringReader("a")).readLine();
    new StringWriter().write("b");
    new CharArrayWriter().write("c");
    new Scanner("d").next();
  }

  void standardOk() throws IOException {
    System.out.println("a");
    new BufferedReader(new InputStreamReader(System.in)).readLine();
    new PrintWriter(System.out).println("b");
    Scanner scanner = new Scanner(System.in);
    scanner.nextLine();
  }

  void useAfterBad(File file) throws IOException {
    FileReader in = new FileReader(file);
    in.close();
    // BUG: Diagnostic contains: [UseAfterRelease]
    in.read();
  }

  void twiceOk(File file) throws IOException {
    FileReader in = new FileReader(file);
    in.close();
    in.close();
  }

  int falseOfTestBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(file);
    try {
      return in.read();
    } catch (IOException e) {
      in.close();
      return -1;
    }
  }

  void infiniteOk(File file) throws IOException {
    FileInputStream in = new FileInputStream(file);
    try {
      while (true) {
        if (in.read() < 0) {
          return;
        }
      }
    } finally {
      in.close();
    }
  }

  int uncheckedBad(File file, int[] counts) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(file);
    if (counts.length == 0) {
      throw new IllegalArgumentException("empty");
    }
    in.close();
    return counts[0];
  }

  void lockedOk(File file) throws IOException {
    synchronized (this) {
      try (FileInputStream in = new FileInputStream(file)) {
        in.read();
      }
    }
  }

  void closedInCatchAndAfterOk(File file) {
    FileInputStream in = null;
    try {
      in = new FileInputStream(file);
      in.read();
    } catch (IOException e) {
      System.err.println(e);
    } finally {
      try {
        if (in != null) in.close();
      } catch (IOException ignored) {
        System.err.println(ignored);
      }
    }
  }

  int instanceofOk(Object source, File file) throws IOException {
    InputStream in = source instanceof File f ? new FileInputStream(f) : new FileInputStream(file);
    try (in) {
      return in.read();
    }
  }
}
