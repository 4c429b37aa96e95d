package io.github.relinquish.classfile;

import java.util.ArrayList;
import java.util.List;

/** Collects notes up to a limit, so that hostile input cannot fill the memory with complaints. */
final class Notes {
  private final List<Note> notes = new ArrayList<>();
  private final int limit;
  private int dropped;

  Notes(int limit) {
    this.limit = limit;
  }

  synchronized void add(String place, String what) {
    if (notes.size() < limit) {
      notes.add(new Note(place, what));
    } else {
      dropped++;
    }
  }

  synchronized List<Note> list() {
    List<Note> all = new ArrayList<>(notes);
    if (dropped > 0) {
      all.add(new Note("", dropped + " more problems"));
    }
    return all;
  }
}
