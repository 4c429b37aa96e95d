package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The verbs by which what releases something is called: first words of the releasing calls of all kinds. */
public final class ReleaseWords {
  private static final Set<String> ENDS = Set.of("Closed", "Destroyed", "Disconnected", "Inactive", "Lost", "Removed", "Terminated");

  /** First words of methods that ask, tell or prepare something about a release. */
  private static final Set<String> ABOUT = Set.of("is", "has", "was", "are", "can", "may", "must", "should", "will", "needs", "get", "set", "on", "to",
      "before", "after", "pre", "post", "not", "no", "dont", "never", "with", "add", "schedule", "request", "allow", "prevent");

  private final Set<String> verbs = new TreeSet<>();
  /** Those that several kinds share, or that are a whole name: others may be a prefix, or half of what is said. */
  private final Set<String> common = new TreeSet<>();

  public ReleaseWords(Protocols protocols) {
    for (Kind kind : protocols.kinds()) {
      String verb = verbOf(kind);
      boolean isKnown = !verbs.add(verb);
      if (isKnown || verb.equals(nameOf(kind))) {
        common.add(verb);
      }
    }
    verbs.remove("");
    common.remove("");
  }

  private static String nameOf(Kind kind) {
    String call = kind.bareRelease();
    String name = call.substring(0, Math.max(call.indexOf('('), 0));
    // What stands in front of an underscore is the library's: gss_release_cred.
    return name.substring(Math.max(name.lastIndexOf('.'), name.indexOf('_')) + 1);
  }

  private static String verbOf(Kind kind) {
    return firstWord(nameOf(kind));
  }

  /** Whether a method is called like the one that releases the kind. */
  public boolean isNamesake(String methodName, Kind kind) {
    return methodName.toLowerCase(Locale.ROOT).equals(verbOf(kind));
  }

  /** Whether a method's name begins with one of the verbs, as a whole word. */
  public boolean begin(String methodName) {
    return verbs.contains(firstWord(methodName));
  }

  /** Whether a method's name says that it releases what it is given: {@code closeQuietly}, {@code safeDispose}, but not {@code shouldDispose}. */
  public boolean promiseArguments(String methodName) {
    List<String> words = wordsOf(methodName);
    boolean ends = !words.isEmpty() && verbs.contains(words.get(words.size() - 1));
    return begin(methodName) || ends && !ABOUT.contains(firstWord(methodName));
  }

  /** Whether one of the common verbs is a word of a method's name, wherever it stands: {@code unconditionallyClose}. */
  boolean contain(String methodName) {
    return wordsOf(methodName).stream().anyMatch(common::contains);
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

  /** The words of a name, in lower case; none of a name of underscores alone. */
  private static List<String> wordsOf(String name) {
    return Arrays.stream(name.split("(?=\\p{Lu})|_")).map(w -> w.toLowerCase(Locale.ROOT)).toList();
  }

  private static String firstWord(String name) {
    int end = 1;
    while (end < name.length() && Character.isLowerCase(name.charAt(end))) {
      end++;
    }
    return name.substring(0, Math.min(end, name.length())).toLowerCase(Locale.ROOT);
  }
}
