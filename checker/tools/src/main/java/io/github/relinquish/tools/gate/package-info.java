/**
 * The program as it was before a change, so that new findings are told by what they are and not by which lines changed.
 *
 * <p>Nothing here judges or prints, and nothing writes into the project. Start with {@link BeforeTree}.
 */
package io.github.relinquish.tools.gate;
