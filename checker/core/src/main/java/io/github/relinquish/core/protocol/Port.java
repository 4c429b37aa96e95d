package io.github.relinquish.core.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place as a call sees it: a root and a path of fields from it. Text form {@code Argument[5].value}, {@code Receiver.[]},
 * {@code Result}, {@code Thread}.
 *
 * @param root where it starts
 * @param index of the argument from 0, receiver not counted; -1 for other roots
 * @param path field names; {@link #ELEMENT} for an element of a container or array
 */
public record Port(Root root, int index, List<String> path) implements Comparable<Port> {
  /** Where a port starts. */
  public enum Root { RECEIVER, ARGUMENT, RESULT, THREAD, STATIC }

  /** The path entry for whatever a container or array holds. */
  public static final String ELEMENT = "[]";

  /** The path entry for what a view shows, or an iterator walks over. */
  public static final String WHOLE = "[whole]";

  /** The path entry for the map whose keys a view shows, or an iterator walks over. */
  public static final String MAP = "[map]";

  /** The path entry for what an iterator answered last. */
  public static final String LAST = "[last]";

  /** The path entry for an element that leaves its container if what goes there is true. */
  public static final String GONE = "[gone]";

  /** Whether a field name stands for an element: any, or the one at a constant index. */
  public static boolean isElement(String field) {
    return field.startsWith("[");
  }

  public static final Port RECEIVER = new Port(Root.RECEIVER, -1, List.of());
  public static final Port RESULT = new Port(Root.RESULT, -1, List.of());
  public static final Port THREAD = new Port(Root.THREAD, -1, List.of());

  public Port {
    path = List.copyOf(path);
    if ((root == Root.ARGUMENT) != (index >= 0)) {
      throw new IllegalArgumentException("only arguments have an index: " + root + " " + index);
    }
  }

  public static Port argument(int index) {
    return new Port(Root.ARGUMENT, index, List.of());
  }

  /** A static field, by its class and its name with a dot between them. */
  public static Port ofStatic(String field) {
    return new Port(Root.STATIC, -1, List.of(field.replace('.', '/')));
  }

  /** The static field that a port of this root starts in, by its class and its name. */
  public String staticField() {
    return path.get(0).replace('/', '.');
  }

  /** The same port with more path behind it. */
  public Port then(List<String> more) {
    List<String> longer = new ArrayList<>(path);
    longer.addAll(more);
    return new Port(root, index, longer);
  }

  /** The same root without a path. */
  public Port base() {
    return path.isEmpty() ? this : new Port(root, index, List.of());
  }

  /** The place whose last field this is; a port without a path itself. */
  public Port around() {
    return path.isEmpty() ? this : new Port(root, index, path.subList(0, path.size() - 1));
  }

  /** The last field of the path, which is not empty. */
  public String last() {
    return path.get(path.size() - 1);
  }

  /** Reads the text form; empty where it is not one. */
  public static Optional<Port> parse(String text) {
    String[] parts = text.split("\\.", -1);
    String head = parts[0];
    List<String> path = List.of(parts).subList(1, parts.length);
    for (String entry : path) {
      if (entry.isBlank()) {
        return Optional.empty();
      }
    }
    switch (head) {
      case "Receiver":
        return Optional.of(new Port(Root.RECEIVER, -1, path));
      case "Result":
        return Optional.of(new Port(Root.RESULT, -1, path));
      case "Thread":
        return Optional.of(new Port(Root.THREAD, -1, path));
      case "Static":
        return Optional.of(new Port(Root.STATIC, -1, path));
      default:
        int index = argumentIndex(head);
        return index < 0 ? Optional.empty() : Optional.of(new Port(Root.ARGUMENT, index, path));
    }
  }

  /** The number in {@code Argument[12]}, at most three digits; -1 for anything else. Read in every compilation, so without a pattern. */
  private static int argumentIndex(String head) {
    if (!head.startsWith("Argument[") || !head.endsWith("]") || head.length() < 11 || head.length() > 13) {
      return -1;
    }
    int index = 0;
    for (int at = 9; at < head.length() - 1; at++) {
      char digit = head.charAt(at);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      index = index * 10 + digit - '0';
    }
    return index;
  }

  @Override public int compareTo(Port other) {
    int byRoot = root.compareTo(other.root);
    int byIndex = byRoot != 0 ? byRoot : Integer.compare(index, other.index);
    return byIndex != 0 ? byIndex : path.toString().compareTo(other.path.toString());
  }

  @Override public String toString() {
    String head = switch (root) {
      case RECEIVER -> "Receiver";
      case ARGUMENT -> "Argument[" + index + "]";
      case RESULT -> "Result";
      case THREAD -> "Thread";
      case STATIC -> "Static";
    };
    return path.isEmpty() ? head : head + "." + String.join(".", path);
  }
}
