/** A class for a build whose Maven stumbles over a comment in its file of JVM flags. */
package com.acme;
