package io.github.relinquish.core.protocol;

/** How serious something is; NONE is not reported at all. */
public enum Severity { NONE, WARNING, ERROR }
