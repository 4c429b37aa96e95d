package io.github.relinquish.core.state;

/**
 * A number that is another one and a constant: what is found out of the one holds of the other.
 *
 * @param base node of the other number, which came from outside
 * @param by what is added to it
 */
record Sum(int base, long by) {}
