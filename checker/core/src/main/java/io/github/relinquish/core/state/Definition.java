package io.github.relinquish.core.state;

import io.github.relinquish.core.graph.Relation;

/**
 * How a boolean value came about: it is true exactly when {@code left relation right}.
 *
 * @param left a value of the store
 * @param right another
 * @param isOneWay only "true" says something; "false" says nothing ({@code instanceof})
 */
public record Definition(int left, Relation relation, int right, boolean isOneWay) {}
