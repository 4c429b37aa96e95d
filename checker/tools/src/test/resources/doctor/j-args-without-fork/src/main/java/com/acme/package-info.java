/** A class for a build that writes arguments for the JVM of javac and does not fork it. */
package com.acme;
