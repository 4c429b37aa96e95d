package io.github.relinquish.core.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One thing that a call does. A row is a list of them, applied in order; the same words describe what is read from
 * annotations. A {@code when} is a list of clauses that must all hold; empty means always.
 */
public sealed interface Effect {
  /** Where a resource must be for the effect to say something of it; empty where it says something whatever is there, or nothing. */
  default List<Port> subjects() {
    return List.of();
  }

  /** An effect that is about one place. */
  sealed interface OfOne extends Effect {
    Port of();

    @Override default List<Port> subjects() {
      return List.of(of());
    }
  }

  /**
   * A resource begins at {@code at} when the call returns normally and {@code when} holds.
   *
   * <p>Where {@code at} already holds a live resource that the call does not continue, that one is lost.
   *
   * @param kind name of a {@link Kind}
   * @param otherwise what holds of the call's values when nothing began; empty where nothing is known
   * @param continues ports of an earlier handle: if the one there is live the call moves its obligation to {@code at} and begins nothing
   * @param parents role to port
   * @param isLent whether it begins LENT: it must not be given back
   * @param release how a fix writes the release of what begins here: {@code {}} stands for the expression at the root of {@code at},
   *     {@code {0}} for the first argument, a class is named in full; empty where the kind's own words do
   */
  record Begin(String kind, Port at, List<Clause> when, List<Clause> otherwise, List<Port> continues,
      Map<String, Port> parents, boolean isLent, String release) implements Effect {
    /** One that is released in the words of its kind. */
    public Begin(String kind, Port at, List<Clause> when, List<Clause> otherwise, List<Port> continues,
        Map<String, Port> parents, boolean isLent) {
      this(kind, at, when, otherwise, continues, parents, isLent, "");
    }

    public Begin {
      when = List.copyOf(when);
      otherwise = List.copyOf(otherwise);
      continues = List.copyOf(continues);
      parents = Map.copyOf(parents);
    }

    @Override public List<Port> subjects() {
      return and(continues, at);
    }
  }

  /**
   * What {@code of} holds is given back, also when the call throws or answers an error.
   *
   * @param kinds names of the kinds it ends; empty for any
   */
  record Release(List<String> kinds, Port of, List<Clause> when) implements OfOne {
    public Release {
      kinds = List.copyOf(kinds);
      when = List.copyOf(when);
    }
  }

  /** What {@code of} holds must be alive. */
  record Use(Port of) implements OfOne {}

  /**
   * A question to the resource at {@code of}: what a true and a false answer mean.
   *
   * @param ifTrue what the resource is when the answer is true
   * @param ifFalse what it is when the answer is false
   * @param parent role of what the resource must have been made from for the answer to say so; empty for any resource
   */
  record Ask(Port of, Meaning ifTrue, Meaning ifFalse, String parent) implements OfOne {}

  /** What an answer says of a resource. */
  enum Meaning {
    /** Nothing. */
    SAME,
    /** There is none: nothing was acquired, or it is gone. */
    NONE,
    /** Somebody else owns it now. */
    LENT
  }

  /** {@code to} becomes another name for what {@code from} holds, and for what the places below it hold. */
  record Alias(Port from, Port to) implements Effect {
    @Override public List<Port> subjects() {
      return List.of(from);
    }
  }

  /** What {@code from} holds is stored in {@code to}, over what was there; the receiver of the store owns it. */
  record Move(Port from, Port to) implements Effect {
    @Override public List<Port> subjects() {
      return List.of(from, to);
    }
  }

  /**
   * What {@code from} holds joins the elements of a container: {@code to} ends in {@link Port#ELEMENT}.
   *
   * @param when what tells that it was taken; empty where it always is
   */
  record Put(Port from, Port to, List<Clause> when) implements Effect {
    public Put {
      when = List.copyOf(when);
    }

    @Override public List<Port> subjects() {
      return List.of(from, to);
    }
  }

  /** One of the elements at {@code from} leaves the container (or iterator) and is at {@code to}. */
  record Take(Port from, Port to) implements Effect {
    @Override public List<Port> subjects() {
      return List.of(from);
    }
  }

  /** One of the elements at {@code from} is also at {@code to}; it stays in the container. */
  record Pick(Port from, Port to) implements Effect {
    @Override public List<Port> subjects() {
      return List.of(from);
    }
  }

  /**
   * Puts {@code replacement} in the place of what is at {@code of} if that is {@code expected}, and answers whether it did: compare and
   * set.
   */
  record Swap(Port of, Port expected, Port replacement) implements Effect {
    @Override public List<Port> subjects() {
      return List.of(of, expected, replacement);
    }
  }

  /**
   * The number at {@code to} grows.
   *
   * @param by by how much, as a list of at most one; empty where nobody knows
   */
  record Add(Port to, List<Long> by) implements Effect {
    public Add {
      by = List.copyOf(by);
    }

    @Override public List<Port> subjects() {
      return List.of(to);
    }
  }

  /** The container forgets all it holds at {@code of}. */
  record Drop(Port of) implements OfOne {}

  /** As long as {@code of} holds something, {@code then} is true of the call. */
  record Implies(Port of, Clause then) implements OfOne {}

  /** What {@code of} holds is only looked at: no guess is made from the method's name. */
  record Borrow(Port of) implements OfOne {}

  /** What {@code of} holds is given away on purpose; nobody here owes it any more. */
  record Escape(Port of) implements OfOne {}

  /** {@code to} is a part of the resource at {@code of} whose leaving makes it shared, see {@link Kind#quietWhenShared()}. */
  record Derive(Port of, Port to) implements OfOne {}

  /**
   * The closure (or object with one method) at {@code of} is called by this very call.
   *
   * @param with ports of this call that become its arguments, in order
   * @param result where its result goes, as a list of at most one
   * @param times how often it runs
   * @param wraps what comes out of the call for what the closure throws; of several the first that applies counts
   */
  record Run(Port of, List<Port> with, List<Port> result, Times times, List<Wrap> wraps) implements Effect {
    public Run {
      with = List.copyOf(with);
      result = List.copyOf(result);
      wraps = List.copyOf(wraps);
    }

    @Override public List<Port> subjects() {
      return and(with, of);
    }
  }

  /**
   * An exception of a closure leaves the call inside another.
   *
   * @param type of the exception that leaves the call
   * @param but types that are not put into it
   */
  record Wrap(String type, List<String> but) {
    public Wrap {
      but = List.copyOf(but);
    }
  }

  /** How often, and when, a closure runs. */
  enum Times {
    /** Exactly once before the call returns. */
    ONCE,
    /** Once or not at all before the call returns. */
    MAYBE,
    /** Once for each element of a container, before the call returns. */
    EACH,
    /** After the call, perhaps on another thread. */
    LATER
  }

  /**
   * A provider goes away.
   *
   * @param kinds names of the kinds whose live resources lose it
   * @param of what is closed, as a list of at most one; empty where the call names no object
   * @param names if the provider's name is known and none of these matches (case does not matter, nor an ending), nothing is lost; empty
   *     for any name
   * @param holding if not empty, counts only where {@code of} holds a live resource of one of these kinds: an arena is a provider
   *     only where a library was loaded into it
   * @param severity how serious it is
   */
  record Unload(List<String> kinds, List<Port> of, List<String> names, List<String> holding, Severity severity) implements Effect {
    public Unload {
      kinds = List.copyOf(kinds);
      of = List.copyOf(of);
      names = List.copyOf(names);
      holding = List.copyOf(holding);
    }

    /** One that counts whatever {@code of} holds. */
    public Unload(List<String> kinds, List<Port> of, List<String> names, Severity severity) {
      this(kinds, of, names, List.of(), severity);
    }
  }

  /** The call is known to throw this, besides what it declares. */
  record Throws(String type) implements Effect {}

  /** The call does not throw {@code type} where the string constant at {@code of} is one of {@code names}; case does not matter. */
  record Spare(String type, Port of, List<String> names) implements Effect {
    public Spare {
      names = List.copyOf(names);
    }
  }

  /** Always true of the call when it returns normally. */
  record Ensures(Clause clause) implements Effect {}

  /** {@code to} carries the name that the string constant at {@code from} holds, or the name that {@code from} already carries. */
  record Name(Port from, Port to) implements Effect {}

  /** What {@code of} holds is equal to nothing that anybody had before: no element is in a map under it. */
  record Coin(Port of) implements OfOne {}

  /** The call calls the function whose name {@code of} carries, with the same arguments. */
  record CallNamed(Port of) implements Effect {}

  private static List<Port> and(List<Port> some, Port last) {
    List<Port> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }
}
