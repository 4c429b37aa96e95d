package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The verbs by which what releases something is called: first words of the releasing calls of all kinds. */
public final class ReleaseWords {
  private static final Set<String> ENDS = Set.of("Closed", "Destroyed", "Disconnected", "Inactive", "Lost", "Removed", "Terminated");

  private final Set<String> verbs = new TreeSet<>();

  public ReleaseWords(Protocols protocols) {
    for (Kind kind : protocols.kinds()) {
      verbs.add(verbOf(kind));
    }
    verbs.remove("");
  }

  private static String verbOf(Kind kind) {
    String call = kind.bareRelease();
    String name = call.substring(0, Math.max(call.indexOf('('), 0));
    return firstWord(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Whether a method is called like the one that releases the kind. */
  public boolean isNamesake(String methodName, Kind kind) {
    return methodName.toLowerCase(Locale.ROOT).equals(verbOf(kind));
  }

  /** Whether a method's name begins with one of the verbs, as a whole word. */
  public boolean begin(String methodName) {
    return verbs.contains(firstWord(methodName));
  }

  /** Whether one of the verbs is a word of a method's name, wherever it stands: {@code unconditionallyClose}. */
  boolean contain(String methodName) {
    return Arrays.stream(methodName.split("(?=\\p{Lu})|_")).anyMatch(w -> verbs.contains(w.toLowerCase(Locale.ROOT)));
  }

  /** Whether a method's name is one of the verbs and nothing more. */
  public boolean isBare(String methodName) {
    return verbs.contains(methodName);
  }

  /** Whether a method's name says that something is over: {@code connectionLost}, {@code handlerRemoved}. */
  public boolean tellsEnd(String methodName) {
    String bare = methodName.replaceAll("[0-9]+$", "");
    return ENDS.stream().anyMatch(bare::endsWith);
  }

  private static String firstWord(String name) {
    int end = 1;
    while (end < name.length() && Character.isLowerCase(name.charAt(end))) {
      end++;
    }
    return name.substring(0, Math.min(end, name.length())).toLowerCase(Locale.ROOT);
  }
}
