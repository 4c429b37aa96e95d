package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the readers of one file share.
 *
 * @param problems where they complain
 * @param constants names for numbers, declared at the top of the file
 * @param kindNames kinds that rows may name
 * @param allRoles roles of all known kinds
 * @param ports those read so far by their text: a file has few that differ
 */
record Scope(Problems problems, Map<String, Long> constants, Set<String> kindNames, Set<String> allRoles,
    Map<String, Optional<Port>> ports) {
  /** Reads a port's text; empty where it is none. */
  Optional<Port> port(String text) {
    Optional<Port> known = ports.get(text);
    if (known == null) {
      known = Port.parse(text);
      ports.put(text, known);
    }
    return known;
  }

  /** The kinds that a text or list of texts names; the unknown ones are problems. */
  List<String> kinds(Fields fields, String key) {
    List<String> names = new ArrayList<>();
    for (Node.Scalar name : fields.texts(key)) {
      names.add(kind(name));
    }
    return names;
  }

  String kind(Node.Scalar name) {
    if (!kindNames.contains(name.text())) {
      problems.add(name, "no kind is called '" + name.text() + "'" + Advice.nearestOrAll(name.text(), kindNames));
    }
    return name.text();
  }

  /** Reads the {@code constants} of a file. */
  static Map<String, Long> constants(Fields file, Problems problems) {
    Map<String, Long> found = new LinkedHashMap<>();
    if (file.value("constants").isEmpty()) {
      return found;
    }
    if (!(file.value("constants").get() instanceof Node.Mapping mapping)) {
      problems.add(file.value("constants").get(), "'constants' is a mapping of names to numbers");
      return found;
    }
    for (Node.Entry entry : mapping.entries()) {
      String name = entry.key().text();
      if (!NumberText.isName(name)) {
        problems.add(entry.key(), "'" + name + "' is no name of a constant: letters, digits and _, a letter first");
      }
      Fields.asText(entry.value(), problems).ifPresent(text -> NumberText.parse(text.text()).ifPresentOrElse(
          number -> {
            if (found.putIfAbsent(name, number) != null) {
              problems.add(entry.key(), "'" + name + "' stands here twice");
            }
          },
          () -> problems.add(text, "'" + text.text() + "' is no number, write it like 590610 or 0x00090312")));
    }
    return found;
  }
}
