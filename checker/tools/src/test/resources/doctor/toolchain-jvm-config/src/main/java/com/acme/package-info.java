/** A class for a build whose toolchain runs javac where the flags of Maven's JVM do not reach. */
package com.acme;
