package io.github.relinquish.classfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/**
 * What the constant pools and the heads of many class files say: who extends whom, and which classes mention which members. No code is read,
 * so that a folder with thousands of classes costs little until one of them matters.
 */
final class PoolIndex {
  private static final int UTF8 = 1;
  private static final int FIELD = 9;
  private static final int INTERFACE_METHOD = 11;

  /** What is directly above a class. */
  private final Map<String, List<String>> above = new HashMap<>();
  /** By simple name, then by the class that is named with it: the classes that mention it. */
  private final Map<String, Map<String, Set<String>>> mentions = new HashMap<>();
  /** Classes by the types that they name in descriptors and annotations. */
  private final Map<String, Set<String>> naming = new HashMap<>();

  /** Adds a class, unless that was done; one that is no class file adds nothing. */
  synchronized void add(String className, byte[] bytes) {
    if (above.containsKey(className)) {
      return;
    }
    try {
      ClassReader reader = new ClassReader(bytes);
      List<String> parents = new ArrayList<>();
      if (reader.getSuperName() != null) {
        parents.add(TypeNames.ofInternal(reader.getSuperName()));
      }
      for (String parent : reader.getInterfaces()) {
        parents.add(TypeNames.ofInternal(parent));
      }
      readPool(className, reader, bytes);
      above.put(className, parents);
    } catch (RuntimeException e) {
      // Whoever asks for the class itself is told why it cannot be read.
      above.putIfAbsent(className, List.of());
    }
  }

  private void readPool(String className, ClassReader reader, byte[] bytes) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      int tag = at == 0 ? 0 : bytes[at - 1];
      if (tag == UTF8) {
        descriptor(bytes, at).ifPresent(d -> naming.computeIfAbsent(d, k -> new HashSet<>()).add(className));
      } else if (tag >= FIELD && tag <= INTERFACE_METHOD) {
        String owner = reader.readClass(at, buffer);
        int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
        add(MentionScan.mention(owner, reader.readUTF8(nameAndType, buffer)), className);
        MentionScan.answer(owner, reader.readUTF8(nameAndType + 2, buffer), TypeNames::ofInternal).ifPresent(m -> add(m, className));
      }
    }
  }

  private void add(MentionScan.Mention mention, String className) {
    mentions.computeIfAbsent(mention.name(), n -> new HashMap<>()).computeIfAbsent(mention.owner(), o -> new HashSet<>()).add(className);
  }

  private static Optional<String> descriptor(byte[] bytes, int at) {
    int length = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    boolean isDescriptor = length > 2 && bytes[at + 2] == 'L' && bytes[at + 1 + length] == ';';
    return isDescriptor ? Optional.of(new String(bytes, at + 2, length, StandardCharsets.UTF_8)) : Optional.empty();
  }

  /** What is directly above a class; empty for one that was not added. */
  synchronized Optional<List<String>> above(String className) {
    return Optional.ofNullable(above.get(className));
  }

  private synchronized Map<String, Set<String>> copyOf(String simpleName) {
    Map<String, Set<String>> copy = new HashMap<>();
    mentions.getOrDefault(simpleName, Map.of()).forEach((type, classes) -> copy.put(type, Set.copyOf(classes)));
    return copy;
  }

  /** Classes that mention a member of that name, whose class {@code owner} accepts; sorted. */
  Set<String> mentioning(String simpleName, Predicate<String> owner) {
    Set<String> found = new TreeSet<>();
    // The question may read classes: it is not asked under the lock.
    copyOf(simpleName).forEach((type, classes) -> {
      if (owner.test(type)) {
        found.addAll(classes);
      }
    });
    return found;
  }

  /** Classes that may carry an annotation of one of these types; sorted. */
  synchronized Set<String> mayCarry(Set<String> types) {
    Set<String> found = new TreeSet<>();
    types.forEach(t -> found.addAll(naming.getOrDefault("L" + t.replace('.', '/') + ";", Set.of())));
    return found;
  }
}
