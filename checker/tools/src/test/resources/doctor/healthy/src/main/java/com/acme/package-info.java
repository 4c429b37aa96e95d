/** A class for a build in which nothing is wrong and javac runs inside Maven's JVM. */
package com.acme;
