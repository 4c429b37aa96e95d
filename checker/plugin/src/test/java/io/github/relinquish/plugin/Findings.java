package io.github.relinquish.plugin;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** A whole javac with Error Prone loaded as its plugin, as builds run it. */
final class Findings {
  private Findings() {}

  /** First lines of all errors and warnings about files, with every rule of ours on. */
  static List<String> in(JavaFileObject... files) {
    return messages(compile("", files));
  }

  /** @param options more options of Error Prone, behind those that turn our rules on */
  static Compilation compile(String options, JavaFileObject... files) {
    return compile(options, classPath(), files);
  }

  /** With a class path of its own. */
  static Compilation compile(String options, List<File> classPath, JavaFileObject... files) {
    String rules = Checks.names().stream().map(r -> "-Xep:" + r + ":WARN").collect(Collectors.joining(" "));
    List<Object> all = new ArrayList<>(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-Xlint:-options",
        ("-Xplugin:ErrorProne -XepDisableAllChecks -XepAllErrorsAsWarnings " + rules + " " + options).trim()));
    return Compiler.javac().withOptions(all).withClasspath(classPath).withAnnotationProcessorPath(classPath()).compile(Arrays.asList(files));
  }

  /** Error Prone looks for plugins on the processor path only. */
  private static List<File> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).toList();
  }

  static List<String> messages(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR || d.getKind() == Diagnostic.Kind.WARNING
            || d.getKind() == Diagnostic.Kind.MANDATORY_WARNING)
        .map(d -> d.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .filter(m -> !m.contains("deprecated"))
        .toList();
  }
}
