/**
 * From what was followed to what is reported: which ends are mistakes, in which words, under which identity.
 *
 * <p>Nothing here reads rows, follows steps or writes files. Start with {@link Judge}.
 */
package io.github.relinquish.core.judge;
