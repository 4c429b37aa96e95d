/**
 * Fuzzing: whatever bytes a file holds, its reader answers with problems or notes, in bounded time, and never throws anything else.
 *
 * <p>Nothing here knows what a right answer is. Start with {@link Edited}.
 */
package io.github.relinquish.fuzz;
