/**
 * What the engine asks of a program: the shape of its classes and the bodies of its methods.
 *
 * <p>Front ends answer; nothing here knows how. Start with {@link Program}.
 */
package io.github.relinquish.core.program;
