/**
 * The flow graph: the one small language that every body of code is lowered to.
 *
 * <p>Nothing here knows javac, class files or resources. Start with {@link FlowGraph}, then {@link Step} and {@link End}.
 */
package io.github.relinquish.core.graph;
