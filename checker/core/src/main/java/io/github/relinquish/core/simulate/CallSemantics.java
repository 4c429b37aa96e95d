package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.protocol.Kind;
import java.util.List;
import java.util.Optional;

/** What calls do: answered from rows, annotations and bodies. */
public interface CallSemantics {
  /**
   * All ways in which a call can end.
   *
   * @param before the state before the call; may be changed and used for one of the outcomes
   * @param journal where losses and misuses at the call go
   */
  List<Outcome> outcomes(State before, Step.Invoke call, Journal journal);

  /**
   * The resources that begin at a call, one outcome for each way in which it can end with one.
   *
   * @param before a plain state before the call, not changed
   */
  List<Beginning> beginnings(State before, Step.Invoke call);

  /** Whether a call declares exceptions, runs code that was handed in, or is known to throw: the first to suspect when one is caught. */
  boolean isSuspect(Step.Invoke call);

  /** Whether rows know of a call that it only reads what it is called on: nobody writes a handler for that. */
  boolean onlyReads(Step.Invoke call);

  /** Whether all exceptions of {@code type} that a call throws are among its outcomes: nothing that it runs is out of sight. */
  boolean showsAll(Step.Invoke call, String type);

  /** Whether a call answers an element of what it is called on, and leaves it there. */
  boolean picks(Step.Invoke call);

  /** Whether the field is one of the constants of an enum class: not null, and no other constant. */
  boolean isEnumConstant(FieldKey field);

  /** Whether resources of a kind are objects of class {@code type}; empty where no row tells. */
  Optional<Boolean> isOfKind(String type, Kind kind);

  /** Whether an object of class {@code type} is one of class {@code superType}, as far as that is known. */
  boolean isSubtype(String type, String superType);
}
