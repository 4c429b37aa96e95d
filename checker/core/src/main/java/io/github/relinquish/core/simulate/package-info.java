/**
 * Property simulation: follows one acquired resource through one flow graph (ESP: Das, Lerner, Seigle, PLDI 2002).
 *
 * <p>Nothing here knows where a graph came from, what callees do or how a finding is shown. Start with {@link Simulation}.
 */
package io.github.relinquish.core.simulate;
