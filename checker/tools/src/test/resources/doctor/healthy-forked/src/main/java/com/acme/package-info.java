/** A class for a build in which nothing is wrong and javac runs in a JVM of its own. */
package com.acme;
