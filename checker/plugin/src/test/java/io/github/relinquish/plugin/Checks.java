package io.github.relinquish.plugin;

import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** All our checks at once, as Error Prone finds them on the processor path. */
final class Checks {
  private Checks() {}

  /** Error Prone's own test helper, with every rule of ours on and nothing else. */
  static CompilationTestHelper helper(Class<?> test, String... options) {
    List<String> args = new ArrayList<>(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-Xlint:-options,-removal"));
    args.addAll(List.of(options));
    return CompilationTestHelper.newInstance(ScannerSupplier.fromBugCheckerClasses(classes()), test).setArgs(args);
  }

  static List<Class<? extends BugChecker>> classes() {
    List<Class<? extends BugChecker>> classes = new ArrayList<>();
    ServiceLoader.load(BugChecker.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(type -> type.getName().startsWith("io.github.relinquish."))
        .forEach(classes::add);
    return classes;
  }

  static List<String> names() {
    return classes().stream().map(Class::getSimpleName).sorted().toList();
  }
}
