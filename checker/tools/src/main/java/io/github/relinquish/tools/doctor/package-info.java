/**
 * Reads how a project is built and names what keeps the plugin from running or from being heard, with the lines to paste.
 *
 * <p>Nothing here runs a build or writes a file. Start with {@link Doctor}.
 */
package io.github.relinquish.tools.doctor;
