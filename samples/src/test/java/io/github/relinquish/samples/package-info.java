/**
 * What users see: the samples compiled by javac processes with the plugin's jar, on every supported version of Error Prone and the JDK.
 *
 * <p>Nothing here calls the checks directly. Start with {@link ExpectedFindingsTest}.
 */
package io.github.relinquish.samples;
