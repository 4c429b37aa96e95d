/**
 * The source front end: javac's trees and the control-flow graphs of Error Prone's bundled library become flow graphs, and
 * javac's symbols become shapes of classes.
 *
 * <p>No protocol, finding or diagnostic enters here. Start with {@link io.github.relinquish.plugin.source.SourceProgram}.
 */
package io.github.relinquish.plugin.source;
