package ordinary;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/** Ways through one method that cross each other: flags, guards, nested finally, labels, switches, loops. */
class Tangles {
  static void closeQuietly(Closeable... all) {
    for (Closeable each : all) {
      if (each == null) {
        continue;
      }
      try {
        each.close();
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }

  void nestedFinallyWithGuardsOk(File from, File to) throws IOException {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = new BufferedInputStream(new FileInputStream(from));
      out = new BufferedOutputStream(new FileOutputStream(to));
      out.write(in.read());
    } finally {
      try {
        if (out != null) {
          out.close();
        }
      } finally {
        if (in != null) {
          in.close();
        }
      }
    }
  }

  void guardOfTheOtherBad(File from, File to) throws IOException {
    InputStream in = null;
    OutputStream out = null;
    try {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      in = new FileInputStream(from);
      out = new FileOutputStream(to);
      out.write(in.read());
    } finally {
      if (out != null) {
        closeQuietly(out, in);
      }
    }
  }

  void guardOfTheOtherOk(File from, File to) throws IOException {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = new FileInputStream(from);
      out = new FileOutputStream(to);
      out.write(in.read());
    } finally {
      if (in != null) {
        closeQuietly(out, in);
      }
    }
  }

  void closedInOneCatchOnlyBad(File file) {
    FileReader in = null;
    try {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      in = new FileReader(file);
      if (in.read() == 'x') {
        throw new IllegalStateException("x");
      }
      in.close();
    } catch (IOException e) {
      closeQuietly(in);
    }
  }

  void closedInEveryCatchOk(File file) {
    FileReader in = null;
    try {
      in = new FileReader(file);
      if (in.read() == 'x') {
        throw new IllegalStateException("x");
      }
      in.close();
    } catch (IOException e) {
      closeQuietly(in);
    } catch (IllegalStateException e) {
      closeQuietly(in);
      throw e;
    }
  }

  InputStream successFlagOk(File file) throws IOException {
    InputStream in = new FileInputStream(file);
    boolean isGood = false;
    try {
      if (in.read() == 0x50) {
        isGood = true;
        return in;
      }
      return null;
    } finally {
      if (!isGood) {
        in.close();
      }
    }
  }

  InputStream successFlagBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(file);
    boolean isGood = true;
    try {
      if (in.read() == 0x50) {
        return in;
      }
      return null;
    } finally {
      if (!isGood) {
        in.close();
      }
    }
  }

  int counterGuardOk(List<File> files) throws IOException {
    int opened = 0;
    FileInputStream in = null;
    try {
      if (!files.isEmpty()) {
        in = new FileInputStream(files.get(0));
        opened = 1;
      }
      return in == null ? 0 : in.read();
    } finally {
      if (opened == 1) {
        in.close();
      }
    }
  }

  void ownsItOk(InputStream given, File file) throws IOException {
    boolean isOwn = given == null;
    InputStream in = isOwn ? new FileInputStream(file) : given;
    try {
      in.read();
    } finally {
      if (isOwn) {
        in.close();
      }
    }
  }

  void ownsItBad(InputStream given, File file) throws IOException {
    boolean isOwn = given != null;
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = given == null ? new FileInputStream(file) : given;
    try {
      in.read();
    } finally {
      if (isOwn) {
        in.close();
      }
    }
  }

  void labelledContinueBad(List<File> files) throws IOException {
    next:
    for (File file : files) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      BufferedReader in = new BufferedReader(new FileReader(file));
      String line;
      while ((line = in.readLine()) != null) {
        if (line.isEmpty()) {
          continue next;
        }
      }
      in.close();
    }
  }

  void labelledContinueOk(List<File> files) throws IOException {
    next:
    for (File file : files) {
      BufferedReader in = new BufferedReader(new FileReader(file));
      try {
        String line;
        while ((line = in.readLine()) != null) {
          if (line.isEmpty()) {
            continue next;
          }
        }
      } finally {
        in.close();
      }
    }
  }

  void fallThroughBad(File file, int mode) throws IOException {
    FileOutputStream out = null;
    switch (mode) {
      case 1:
        // BUG: Diagnostic contains: [CredentialsHandleLeak]
        out = new FileOutputStream(file);
      case 2:
        out = new FileOutputStream(file, true);
        break;
      default:
        return;
    }
    out.close();
  }

  void fallThroughOk(File file, int mode) throws IOException {
    FileOutputStream out = null;
    switch (mode) {
      case 1:
        file.delete();
      case 2:
        out = new FileOutputStream(file, true);
        break;
      default:
        return;
    }
    out.close();
  }

  int yieldOk(File file, int mode) throws IOException {
    return switch (mode) {
      case 0 -> {
        FileReader in = new FileReader(file);
        try {
          yield in.read();
        } finally {
          in.close();
        }
      }
      default -> -1;
    };
  }

  int yieldBad(File file, int mode) throws IOException {
    return switch (mode) {
      case 0 -> {
        // BUG: Diagnostic contains: [CredentialsHandleLeak]
        FileReader in = new FileReader(file);
        int first = in.read();
        in.close();
        yield first;
      }
      default -> -1;
    };
  }

  int returnInFinallyBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(file);
    int count = 0;
    try {
      count = in.read();
      in.close();
    } finally {
      return count;
    }
  }

  void breakOutOfTryOk(File file) throws IOException {
    done: {
      FileInputStream in = new FileInputStream(file);
      try {
        if (in.read() < 0) {
          break done;
        }
        System.out.println("x");
      } finally {
        in.close();
      }
    }
  }

  void chainOfReassignmentsOk(File file) throws IOException {
    InputStream in = new FileInputStream(file);
    try {
      in = new BufferedInputStream(in);
      in = new DataInputStream(in);
      in = new PushbackInputStream(in, 2);
      in.read();
    } finally {
      in.close();
    }
  }

  void chainOfReassignmentsBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(file);
    in = new BufferedInputStream(in);
    in = new CheckedInputStream(in, new CRC32());
    in.read();
    in.close();
  }

  void reopenedInLoopOk(List<File> parts) throws IOException {
    Writer out = null;
    try {
      for (File part : parts) {
        if (out != null) {
          out.close();
          out = null;
        }
        out = new FileWriter(part);
        out.write("x");
      }
    } finally {
      if (out != null) {
        out.close();
      }
    }
  }

  void reopenedInLoopBad(List<File> parts) throws IOException {
    Writer out = null;
    try {
      for (File part : parts) {
        if (out == null) {
          // BUG: Diagnostic contains: [CredentialsHandleLeak]
          out = new FileWriter(part);
        } else {
          // BUG: Diagnostic contains: [CredentialsHandleLeak]
          out = new FileWriter(part, true);
        }
        out.write("x");
      }
    } finally {
      if (out != null) {
        out.close();
      }
    }
  }

  /** The first of the loop is lost too. */
  void firstOfLoopBad(List<File> parts) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Writer out = new FileWriter("first");
    for (File part : parts) {
      out = new FileWriter(part);
      out.close();
    }
  }

  InputStream retryOk(File file, int times) throws IOException {
    IOException last = null;
    for (int i = 0; i < times; i++) {
      InputStream in = null;
      try {
        in = new FileInputStream(file);
        in.read();
        return in;
      } catch (IOException e) {
        last = e;
        closeQuietly(in);
      }
    }
    throw last == null ? new IOException("none") : last;
  }

  InputStream retryBad(File file, int times) throws IOException {
    IOException last = null;
    for (int i = 0; i < times; i++) {
      try {
        // BUG: Diagnostic contains: [CredentialsHandleLeak]
        InputStream in = new FileInputStream(file);
        in.read();
        return in;
      } catch (IOException e) {
        last = e;
      }
    }
    throw last == null ? new IOException("none") : last;
  }

  void ternaryWrapOk(File file, boolean packed) throws IOException {
    InputStream raw = new FileInputStream(file);
    try {
      InputStream in = packed ? new GZIPInputStream(raw) : raw;
      in.read();
    } finally {
      raw.close();
    }
  }

  void ternaryWrapBad(File file, boolean packed) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream raw = new FileInputStream(file);
    try (InputStream in = packed ? new GZIPInputStream(raw) : raw) {
      in.read();
    }
  }

  void closedThenNulledOk(File file) throws IOException {
    Reader in = new FileReader(file);
    try {
      in.read();
      in.close();
      in = null;
    } finally {
      closeQuietly(in);
    }
  }

  void nulledWithoutCloseBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Reader in = new FileReader(file);
    try {
      in.read();
      in = null;
    } finally {
      closeQuietly(in);
    }
  }

  void emptyVarargsBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Reader in = new FileReader(file);
    System.out.println(in);
    closeQuietly();
  }

  void explicitArrayOk(File one, File two) throws IOException {
    Reader a = null;
    Reader b = null;
    try {
      a = new FileReader(one);
      b = new FileReader(two);
      a.read();
    } finally {
      closeQuietly(new Closeable[] {b, a});
    }
  }

  int shortCircuitBad(File file, boolean wanted) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    RandomAccessFile data = new RandomAccessFile(file, "r");
    if (wanted && data.length() > 8) {
      data.close();
      return 1;
    }
    return 0;
  }

  void zeroLengthOk(File file) throws IOException {
    FileInputStream in = null;
    if (file.length() > 0) {
      in = new FileInputStream(file);
    }
    if (in != null && file.canRead()) {
      in.close();
    } else if (in != null) {
      in.close();
    }
  }

  void wholeCatchThrowableOk(File file) throws IOException {
    PrintStream out = new PrintStream(file);
    try {
      out.println(file.getCanonicalPath());
    } catch (Throwable t) {
      out.close();
      throw t;
    }
    out.close();
  }

  void closeReaderNotChannelOk(Path path) throws IOException {
    var channel = Files.newByteChannel(path);
    var in = new InputStreamReader(java.nio.channels.Channels.newInputStream(channel), StandardCharsets.UTF_8);
    try (in) {
      in.read();
    }
  }
}
