package io.github.relinquish.core.program;

import java.util.List;
import java.util.Map;

/**
 * An annotation as it stands on something.
 *
 * @param type binary name of the annotation
 * @param values by element name; only strings and truth values, and arrays and lists of them, each as a list of strings
 */
public record AnnotationFact(String type, Map<String, List<String>> values) {
  public AnnotationFact {
    values = Map.copyOf(values);
  }

  /** The strings of {@code element}, empty where it is not written. */
  public List<String> strings(String element) {
    return values.getOrDefault(element, List.of());
  }
}
