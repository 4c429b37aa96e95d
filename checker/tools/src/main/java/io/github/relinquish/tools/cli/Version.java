package io.github.relinquish.tools.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this jar, as the build wrote it down. */
final class Version implements IVersionProvider {
  static String current() {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version").replace("-SNAPSHOT", "");
    } catch (IOException e) {
      throw new IllegalStateException("version.properties is not in the jar", e);
    }
  }

  @Override public String[] getVersion() {
    return new String[] {"relinquish " + current(), "Java ${java.version} (${java.vendor})"};
  }
}
