package io.github.relinquish.plugin.oracle.api;

/** A handle that a function of {@link Sec} fills in. */
public final class Handle {}
