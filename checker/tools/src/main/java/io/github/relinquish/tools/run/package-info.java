/**
 * Running the analysis over what a user named: sources, class folders, archives.
 *
 * <p>Nothing here knows how a report is printed or what the command line looks like. Start with {@link Judge}.
 */
package io.github.relinquish.tools.run;
