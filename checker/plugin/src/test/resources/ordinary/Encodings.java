package ordinary;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.security.*;

/** Exceptions that a constant rules out. */
class Encodings {
  private static final String ENCODING = "UTF-8";

  void readerOk(File file) throws IOException {
    try (Reader in = new InputStreamReader(new FileInputStream(file), "UTF-8")) {
      in.read();
    }
  }

  void inLowerCaseOk(File file) throws IOException {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(file), "utf8"))) {
      in.readLine();
    }
  }

  void constantOk(File file) throws IOException {
    try (Reader in = new InputStreamReader(new FileInputStream(file), ENCODING)) {
      in.read();
    }
  }

  void charsetOk(File file) throws IOException {
    try (Reader in = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
      in.read();
    }
  }

  void writerOk(File file) throws IOException {
    BufferedWriter out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(file), "ISO-8859-1"));
    try {
      out.write("x");
    } finally {
      out.close();
    }
  }

  void printOk(File file) throws IOException {
    try (PrintStream out = new PrintStream(new FileOutputStream(file), true, "UTF-8")) {
      out.println("x");
    }
  }

  void rareBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    try (Reader in = new InputStreamReader(new FileInputStream(file), "windows-1252")) {
      in.read();
    }
  }

  void givenBad(File file, String encoding) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    try (Reader in = new InputStreamReader(new FileInputStream(file), encoding)) {
      in.read();
    }
  }

  void neverClosedBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Reader in = new InputStreamReader(new FileInputStream(file), "UTF-8");
    in.read();
    in.close();
  }

  void bytesOk(OutputStream out, File file) throws IOException {
    InputStream in = new FileInputStream(file);
    byte[] bytes = "x".getBytes("UTF-8");
    try {
      out.write(bytes);
      in.read();
    } finally {
      in.close();
    }
  }

  void bytesBad(OutputStream out, File file, String encoding) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(file);
    byte[] bytes = "x".getBytes(encoding);
    try {
      out.write(bytes);
      in.read();
    } finally {
      in.close();
    }
  }

  byte[] digestOk(File file) throws IOException, NoSuchAlgorithmException {
    InputStream in = new FileInputStream(file);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try {
      return digest.digest(in.readAllBytes());
    } finally {
      in.close();
    }
  }

  byte[] digestBad(File file, String name) throws IOException, NoSuchAlgorithmException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(file);
    MessageDigest digest = MessageDigest.getInstance(name);
    try {
      return digest.digest(in.readAllBytes());
    } finally {
      in.close();
    }
  }
}
