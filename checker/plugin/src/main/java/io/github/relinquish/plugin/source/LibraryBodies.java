package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import io.github.relinquish.classfile.ClassModel;
import io.github.relinquish.classfile.ClassReading;
import io.github.relinquish.classfile.References;
import io.github.relinquish.classfile.UnreadableClass;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.tools.JavaFileObject;

/**
 * Class files of the class path, found through javac's symbols: each is read once a run, each method lowered when somebody
 * asks. The JDK is not read: it is known by rows.
 */
final class LibraryBodies {
  private final ClassSymbols symbols;
  private final References references;
  private final Map<String, Optional<ClassModel>> models = new TreeMap<>();
  private final Set<String> given = new HashSet<>();
  private final Consumer<String> troubles;

  /**
   * @param shapes all classes of the run, for what instructions name but do not say
   * @param troubles told once of each class and body that cannot be read, and why
   */
  LibraryBodies(ClassSymbols symbols, Function<String, Optional<ClassShape>> shapes, Consumer<String> troubles) {
    this.symbols = symbols;
    this.troubles = troubles;
    this.references = References.through(shapes);
  }

  /** The body of exactly this method; empty where there is none or where it must not be read. */
  Optional<FlowGraph> bodyOf(MethodKey key) {
    Optional<ClassModel> model = model(key.owner());
    Optional<FlowGraph> body = model.flatMap(m -> m.bodyOf(key.name(), key.descriptor()));
    if (body.isEmpty()) {
      model.ifPresent(m -> m.notes().forEach(note -> trouble(note.toString())));
    }
    return body;
  }

  private void trouble(String what) {
    if (given.add(what)) {
      troubles.accept(what);
    }
  }

  /** What the class file says; javac leaves out what compilers add (accessors, bodies of lambdas). */
  Optional<ClassShape> shapeOf(String className) {
    return model(className).map(ClassModel::shape);
  }

  /** Whether one of the words stands in the class file; no where there is none. */
  boolean mayHold(String className, Set<String> words) {
    return model(className).filter(m -> m.holds(words)).isPresent();
  }

  private Optional<ClassModel> model(String className) {
    Optional<ClassModel> known = models.get(className);
    if (known == null) {
      known = find(className);
      models.put(className, known);
    }
    return known;
  }

  private Optional<ClassModel> find(String className) {
    try {
      return symbols.find(className).flatMap(s -> read(className, s));
    } catch (CompletionFailure e) {
      // Javac reads the file first, and may refuse it first.
      trouble(className + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<ClassModel> read(String className, ClassSymbol symbol) {
    JavaFileObject file = symbol.classfile;
    Scope scope = Scopes.of(symbol);
    if (scope == Scope.PLATFORM || file.getKind() != JavaFileObject.Kind.CLASS) {
      return Optional.empty();
    }
    try (InputStream in = file.openInputStream()) {
      return Optional.of(ClassReading.read(in.readAllBytes(), scope, references));
    } catch (IOException | UnreadableClass e) {
      trouble(className + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
