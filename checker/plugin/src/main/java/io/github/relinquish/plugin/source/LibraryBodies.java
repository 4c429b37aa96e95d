package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import io.github.relinquish.classfile.ClassModel;
import io.github.relinquish.classfile.ClassReading;
import io.github.relinquish.classfile.Note;
import io.github.relinquish.classfile.References;
import io.github.relinquish.classfile.UnreadableClass;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private final List<String> unreadable = new ArrayList<>();

  /** @param shapes all classes of the run, for what instructions name but do not say */
  LibraryBodies(ClassSymbols symbols, Function<String, Optional<ClassShape>> shapes) {
    this.symbols = symbols;
    this.references = References.through(shapes);
  }

  /** The body of exactly this method; empty where there is none or where it must not be read. */
  Optional<FlowGraph> bodyOf(MethodKey key) {
    return model(key.owner()).flatMap(m -> m.bodyOf(key.name(), key.descriptor()));
  }

  /** What the class file says; javac leaves out what compilers add (accessors, bodies of lambdas). */
  Optional<ClassShape> shapeOf(String className) {
    return model(className).map(ClassModel::shape);
  }

  /** Classes and bodies that could not be read, and why. */
  List<String> troubles() {
    List<String> all = new ArrayList<>(unreadable);
    models.values().forEach(model -> model.ifPresent(m -> m.notes().stream().map(Note::toString).forEach(all::add)));
    return all;
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
      unreadable.add(className + ": " + e.getMessage());
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
      unreadable.add(className + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
