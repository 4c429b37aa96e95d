/** A class for a build that hides arguments for the JVM of javac in a file of arguments. */
package com.acme;
