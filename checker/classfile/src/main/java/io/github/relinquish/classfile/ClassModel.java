package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class that was read: its shape now, its bodies when they are asked for, equal ones each time. Nothing of a body is kept. Several threads may
 * ask.
 */
public final class ClassModel {
  private final Supplier<ClassReader> source;
  private final MethodNodes code;
  private final ShapeReading.Result read;
  private final References references;
  /** Methods that could not be lowered, and why. Hardly any class has one. */
  private Map<MethodKey, Note> givenUp = Map.of();

  /** @param source the class file, asked for again whenever code is read: the bytes of all classes would fill the memory */
  ClassModel(Supplier<ClassReader> source, ShapeReading.Result read, References references) {
    this.source = source;
    this.code = new MethodNodes(source);
    this.read = read;
    this.references = references;
  }

  public ClassShape shape() {
    return read.shape();
  }

  /** Methods with code, in declaration order. */
  public List<MethodKey> bodies() {
    return shape().methods().stream().filter(ClassModel::hasCode).map(MethodShape::key).toList();
  }

  private static boolean hasCode(MethodShape method) {
    return !method.is(Modifier.ABSTRACT) && !method.is(Modifier.NATIVE);
  }

  /**
   * The body of a method that this class declares.
   *
   * @return empty where it has no code, or code that cannot be lowered; {@link #notes()} then says why
   */
  public synchronized Optional<FlowGraph> bodyOf(String name, String descriptor) {
    if (!descriptor.startsWith("(")) {
      return Optional.empty();
    }
    MethodKey key = new MethodKey(shape().name(), name, descriptor);
    boolean isThere = !givenUp.containsKey(key) && shape().methods().stream().anyMatch(m -> m.key().equals(key) && hasCode(m));
    return isThere ? lower(key) : Optional.empty();
  }

  /** Methods given up so far, one note each, in the order they were asked for. */
  public synchronized List<Note> notes() {
    return List.copyOf(givenUp.values());
  }

  /** What the methods mention; one pass over the class. */
  Map<MethodKey, MentionScan.Said> mentions() {
    try {
      return MentionScan.of(source.get(), shape().name());
    } catch (MalformedCode e) {
      return Map.of();                            // noted as soon as a body is asked for
    }
  }

  /** Whether a name, a descriptor or a text of the class file has one of these words in it; yes where the file cannot be read again. */
  public boolean holds(Set<String> words) {
    return holds(new PoolWords(words));
  }

  /** The same for words that many classes are asked for. */
  boolean holds(PoolWords words) {
    try {
      return words.isIn(source.get());
    } catch (RuntimeException e) {
      // Whoever judges the class is told why it cannot be read; hostile pools break anything.
      return true;
    }
  }

  /** Names of the classes and interfaces in its constant pool: what its code makes, calls, tests for and extends. */
  Set<String> namedClasses() {
    try {
      return PoolWords.classes(source.get());
    } catch (RuntimeException e) {
      return Set.of();                            // whoever judges the class is told why it cannot be read
    }
  }

  /** Whether it is a local or anonymous class. */
  boolean isLocal() {
    return read.isLocal();
  }

  /** The method that a local or anonymous class stands in; empty for one in an initialiser. */
  Optional<MethodKey> enclosingMethod() {
    return read.enclosingMethod();
  }

  private Optional<FlowGraph> lower(MethodKey key) {
    try {
      MethodNode method = code.find(key.name(), key.descriptor());
      return Optional.of(MethodLowering.lower(
          shape().name(), method, read.sourceFile(), references, this::isOwnPrivate));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      // Besides our own verdict: hostile code may break any assumption that the verifier would have checked.
      giveUp(key, e instanceof MalformedCode ? e.getMessage() : "broken code: " + e);
      return Optional.empty();
    }
  }

  private void giveUp(MethodKey key, String why) {
    givenUp = new LinkedHashMap<>(givenUp);
    givenUp.put(key, new Note(key.toString(), why));
  }

  /** @param method name and descriptor */
  private boolean isOwnPrivate(String method) {
    for (MethodShape own : shape().methods()) {
      MethodKey key = own.key();
      if (own.is(Modifier.PRIVATE) && method.startsWith(key.name()) && method.substring(key.name().length()).equals(key.descriptor())) {
        return true;
      }
    }
    return false;
  }
}
