package io.github.relinquish.tools.javac;

import io.github.relinquish.plugin.session.RowsInForce;
import io.github.relinquish.plugin.session.Settings;

/**
 * What counts in a run.
 *
 * @param settings the options of the plugin
 * @param rows what is known of APIs
 */
public record Rules(Settings settings, RowsInForce rows) {}
