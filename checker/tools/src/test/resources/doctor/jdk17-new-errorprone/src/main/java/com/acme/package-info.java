/** A class for a build whose Error Prone needs a newer JDK than the one that runs it. */
package com.acme;
