/** A class for a build with a Guava on the processor path that is too old for Error Prone. */
package com.acme;
