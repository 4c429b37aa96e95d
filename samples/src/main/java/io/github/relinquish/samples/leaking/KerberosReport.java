package io.github.relinquish.samples.leaking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.List;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** A nightly job that logs in with a keytab, reads a share and goes away. */
public final class KerberosReport {
  private KerberosReport() {}

  public static void main(String[] args) throws Exception {
    System.out.println(linesOf(Path.of(args[0])));
  }

  static int linesOf(Path report) throws LoginException, PrivilegedActionException {
    LoginContext login = new LoginContext("nightly");
    login.login();
    int lines = countAs(login.getSubject(), report);
    login.logout();
    return lines;
  }

  private static int countAs(Subject user, Path report) throws PrivilegedActionException {
    PrivilegedExceptionAction<Integer> count = () -> read(report).size();
    return Subject.doAs(user, count);
  }

  private static List<String> read(Path report) throws IOException {
    return Files.readAllLines(report);
  }
}
