package io.github.relinquish.samples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A published library: its class path and its sources, fetched by coordinates through Maven and kept under {@code target}.
 *
 * @param sources the folder with its sources
 * @param classPath its jar, and what its sources need
 */
record Library(Path sources, String classPath) {
  private static final Pattern COORDINATES = Pattern.compile("<library>(.*)</library>");
  private static final Pattern USES = Pattern.compile("\\b(GSSContext|GSSCredential|GSSManager|SaslClient|SaslServer|Sasl|LoginContext|IWindows\\w+"
      + "|Windows\\w+Impl|Secur32|CredHandle|CtxtHandle|LogonUser|OpenProcessToken|OpenThreadToken|DuplicateToken\\w*|Impersonate\\w+|CloseHandle)\\b");
  private static final Pattern IMPORTS = Pattern.compile("\\b(org\\.ietf\\.jgss|javax\\.security\\.sasl|javax\\.security\\.auth\\.login|waffle\\.|com\\.sun\\.jna)");

  /** @param folder with a {@code pom.xml} that names it */
  static Library fetch(Path folder) throws IOException, InterruptedException {
    Path pom = folder.resolve("pom.xml");
    Matcher named = COORDINATES.matcher(Files.readString(pom));
    if (!named.find()) {
      throw new IOException(pom + " names no library");
    }
    Path to = Path.of("target", "libraries", folder.getFileName().toString()).toAbsolutePath();
    Path classPath = to.resolve("class-path.txt");
    if (!Files.exists(classPath)) {
      String plugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";
      MavenProcess.run(pom, plugin + "copy", "-Dartifact=" + named.group(1) + ":jar:sources", "-DoutputDirectory=" + to, "-Dmdep.stripVersion=true");
      unzip(to.resolve(named.group(1).split(":")[1] + "-sources.jar"), to.resolve("sources"));
      MavenProcess.run(pom, plugin + "build-classpath", "-Dmdep.outputFile=" + classPath);
    }
    return new Library(to.resolve("sources"), Files.readString(classPath).trim());
  }

  private static void unzip(Path jar, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(jar); ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = to.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && file.startsWith(to)) {
          Files.createDirectories(file.getParent());
          Files.write(file, zip.readAllBytes());
        }
      }
    }
  }

  /** The sources that use the APIs, sorted; the others stand in the library's own jar. */
  List<Path> users() throws IOException {
    List<Path> users = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String text = Files.readString(file);
        boolean isInside = file.toString().replace('\\', '/').matches(".*/(com/sun/jna|waffle)/.*");
        if (USES.matcher(text).find() && (isInside || IMPORTS.matcher(text).find())) {
          users.add(file);
        }
      }
    }
    return users;
  }
}
