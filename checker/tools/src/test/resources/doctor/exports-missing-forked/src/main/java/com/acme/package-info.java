/** A class for a build whose forked javac lacks the flags that Error Prone needs. */
package com.acme;
