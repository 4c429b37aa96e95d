/**
 * The one way into javac: its options, its file manager, our session in it, and what is done when it breaks.
 *
 * <p>Nothing here knows whether a command line or an editor asks. Start with {@link io.github.relinquish.tools.javac.SourceRun}.
 */
package io.github.relinquish.tools.javac;
