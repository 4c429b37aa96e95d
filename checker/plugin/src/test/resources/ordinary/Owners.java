package ordinary;

import java.io.*;
import java.util.*;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** More than one method: helpers, factories, fields, closures, collections. */
class Owners {
  static void closeQuietly(Closeable it) {
    if (it != null) {
      try {
        it.close();
      } catch (IOException ignored) {
        System.err.println(ignored);
      }
    }
  }

  static void closeAll(Closeable... all) {
    for (Closeable it : all) {
      closeQuietly(it);
    }
  }

  int quietlyOk(File file) throws IOException {
    FileInputStream in = new FileInputStream(file);
    try {
      return in.read();
    } finally {
      closeQuietly(in);
    }
  }

  void quietlyBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(file);
    in.read();
    closeQuietly(in);
  }

  void variableArgumentsOk(File one, File two) throws IOException {
    FileInputStream in = null;
    FileOutputStream out = null;
    try {
      in = new FileInputStream(one);
      out = new FileOutputStream(two);
      in.transferTo(out);
    } finally {
      closeAll(in, out);
    }
  }

  static InputStream open(File file) throws IOException {
    return new BufferedInputStream(new FileInputStream(file));
  }

  int factoryOk(File file) throws IOException {
    try (InputStream in = open(file)) {
      return in.read();
    }
  }

  int factoryBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    return open(file).read();
  }

  InputStream openCheckedBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(file);
    if (in.read() != 7) {
      throw new IOException("no");
    }
    return in;
  }

  InputStream openCheckedOk(File file) throws IOException {
    InputStream in = new FileInputStream(file);
    try {
      if (in.read() != 7) {
        throw new IOException("no");
      }
      return in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  static class Log implements Closeable {
    private final Writer out;

    Log(File file) throws IOException {
      out = new FileWriter(file);
    }

    void say(String text) throws IOException {
      out.write(text);
    }

    @Override public void close() throws IOException {
      out.close();
    }
  }

  void ownerOk(File file) throws IOException {
    try (Log log = new Log(file)) {
      log.say("x");
    }
  }

  void ownerBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Log log = new Log(file);
    log.say("x");
  }

  static class NoClose {
    private final Writer out;

    NoClose(File file) throws IOException {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      out = new FileWriter(file);
    }

    void say(String text) throws IOException {
      out.write(text);
    }
  }

  static class HalfMade implements Closeable {
    private final Writer out;

    HalfMade(File file, String head) throws IOException {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      out = new FileWriter(file);
      out.write(head);
    }

    @Override public void close() throws IOException {
      out.close();
    }
  }

  static class Two implements Closeable {
    private final Reader in;
    private final Writer out;

    Two(File one, File two) throws IOException {
      in = new FileReader(one);
      try {
        out = new FileWriter(two);
      } catch (IOException e) {
        in.close();
        throw e;
      }
    }

    @Override public void close() throws IOException {
      try {
        in.close();
      } finally {
        out.close();
      }
    }
  }

  static class Rolling implements Closeable {
    private Writer out;

    void roll(File file) throws IOException {
      if (out != null) {
        out.close();
      }
      out = new FileWriter(file);
    }

    @Override public void close() throws IOException {
      if (out != null) {
        out.close();
        out = null;
      }
    }
  }

  static class RollingAway implements Closeable {
    private Writer out;

    /** A method that acquires without a look at the field counts as one to be called once. */
    void FN_rollBad(File file) throws IOException {
      out = new FileWriter(file);
    }

    @Override public void close() throws IOException {
      if (out != null) {
        out.close();
      }
    }
  }

  int callableOk(File file) throws Exception {
    Callable<Integer> read = () -> {
      try (FileInputStream in = new FileInputStream(file)) {
        return in.read();
      }
    };
    return read.call();
  }

  int callableBad(File file) throws Exception {
    Callable<Integer> read = () -> {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      FileInputStream in = new FileInputStream(file);
      return in.read();
    };
    return read.call();
  }

  Supplier<InputStream> supplierOk(File file) {
    return () -> {
      try {
        return new FileInputStream(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  void listOk(List<File> files) throws IOException {
    List<InputStream> open = new ArrayList<>();
    try {
      for (File file : files) {
        open.add(new FileInputStream(file));
      }
    } finally {
      for (InputStream each : open) {
        closeQuietly(each);
      }
    }
  }

  void listBad(List<File> files) throws IOException {
    List<InputStream> open = new ArrayList<>();
    for (File file : files) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      open.add(new FileInputStream(file));
    }
    System.out.println(open.size());
  }

  void handedOnOk(File file, List<InputStream> all) throws IOException {
    all.add(new FileInputStream(file));
  }

  private static int first(InputStream in) throws IOException {
    return in.read();
  }

  private static int firstAndClose(InputStream in) throws IOException {
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  int borrowedBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    return first(new FileInputStream(file));
  }

  int givenAwayOk(File file) throws IOException {
    return firstAndClose(new FileInputStream(file));
  }

  static Writer shared;

  void staticOk(File file) throws IOException {
    shared = new FileWriter(file);
  }

  static Reader same(Reader reader) {
    return Objects.requireNonNull(reader);
  }

  void sameOk(File file) throws IOException {
    Reader in = same(new FileReader(file));
    in.close();
  }

  void sameBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Reader in = same(new FileReader(file));
    in.read();
  }

  static class Maker {
    private Reader in;

    Maker from(File file) throws IOException {
      in = new FileReader(file);
      return this;
    }

    Reader make() {
      return new BufferedReader(in);
    }
  }

  void builderOk(File file) throws IOException {
    try (Reader in = new Maker().from(file).make()) {
      in.read();
    }
  }

  void runnerOk(File file) throws IOException {
    FileReader in = new FileReader(file);
    Runnable end = () -> closeQuietly(in);
    try {
      in.read();
    } finally {
      end.run();
    }
  }

  void anonymousOk(File file) throws IOException {
    InputStream in = new FileInputStream(file) {
      @Override public int available() {
        return 0;
      }
    };
    in.close();
  }

  void mapOk(Map<String, File> files) throws IOException {
    Map<String, InputStream> open = new HashMap<>();
    try {
      for (Map.Entry<String, File> each : files.entrySet()) {
        open.put(each.getKey(), new FileInputStream(each.getValue()));
      }
    } finally {
      open.values().forEach(Owners::closeQuietly);
    }
  }

  void arrayOk(File file) throws IOException {
    InputStream[] cell = new InputStream[1];
    cell[0] = new FileInputStream(file);
    cell[0].close();
  }

  int optionalOk(File file) throws IOException {
    Optional<InputStream> in = Optional.of(new FileInputStream(file));
    try (InputStream it = in.get()) {
      return it.read();
    }
  }

  private static boolean tryRead(File file) {
    try (FileReader in = new FileReader(file)) {
      return in.read() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  boolean everyOk(List<File> files) {
    return files.stream().allMatch(Owners::tryRead);
  }

  static void endWhatever(Object it) throws IOException {
    if (it instanceof Closeable closeable) {
      closeable.close();
    } else {
      throw new IllegalArgumentException(String.valueOf(it));
    }
  }

  static void endSome(Object it) throws IOException {
    if (it instanceof OutputStream out) {
      out.close();
    } else {
      throw new IllegalArgumentException(String.valueOf(it));
    }
  }

  int helperForManyOk(File file) throws IOException {
    FileInputStream in = new FileInputStream(file);
    try {
      return in.read();
    } finally {
      endWhatever(in);
    }
  }

  int helperForOthersBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(file);
    try {
      return in.read();
    } finally {
      endSome(in);
    }
  }

  /** Only the constructor that is given a stream sets the flag. */
  static class FlagOfBirthOk implements Closeable {
    private InputStream in;
    private boolean isOthers = false;

    FlagOfBirthOk() {
    }

    FlagOfBirthOk(InputStream in, boolean isOthers) {
      this();
      this.in = in;
      this.isOthers = isOthers;
    }

    int read(File file) throws IOException {
      if (in == null) {
        in = new FileInputStream(file);
      }
      return in.read();
    }

    @Override public void close() throws IOException {
      if (in != null && !isOthers) {
        in.close();
      } else if (in != null && isOthers) {
        in = null;
      }
    }
  }

  /** The flag that has the stream opened is the one under which it is forgotten. */
  static class FlagOfChoiceBad implements Closeable {
    private InputStream in;
    private boolean opens = false;

    FlagOfChoiceBad(InputStream in, boolean opens) {
      this.in = in;
      this.opens = opens;
    }

    int read(File file) throws IOException {
      if (opens) {
        // BUG: Diagnostic contains: [CredentialsHandleLeak]
        in = new FileInputStream(file);
      }
      return in.read();
    }

    @Override public void close() throws IOException {
      if (in != null && !opens) {
        in.close();
      } else {
        in = null;
      }
    }
  }

  /** The flag may be set whoever opened the stream. */
  static class FlagOfMoodBad implements Closeable {
    private InputStream in;
    private boolean isOthers = false;

    FlagOfMoodBad() {
    }

    FlagOfMoodBad(InputStream in, boolean isOthers) {
      this();
      this.in = in;
      this.isOthers = isOthers;
    }

    void leave() {
      isOthers = true;
    }

    int read(File file) throws IOException {
      if (in == null) {
        // BUG: Diagnostic contains: [CredentialsHandleLeak]
        in = new FileInputStream(file);
      }
      return in.read();
    }

    @Override public void close() throws IOException {
      if (in != null && !isOthers) {
        in.close();
      } else if (in != null && isOthers) {
        in = null;
      }
    }
  }
}
