/** A class for a build whose Maven lacks the flags that Error Prone needs in its own JVM. */
package com.acme;
