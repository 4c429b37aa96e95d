package io.github.relinquish.classfile;

/**
 * Something that was left out, and why. The rest was read.
 *
 * @param place file, entry of an archive ({@code app.war!/WEB-INF/lib/x.jar}), class or method
 * @param what one sentence without a full stop
 */
public record Note(String place, String what) implements Comparable<Note> {
  @Override public int compareTo(Note other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : what.compareTo(other.what);
  }

  @Override public String toString() {
    return place + ": " + what;
  }
}
