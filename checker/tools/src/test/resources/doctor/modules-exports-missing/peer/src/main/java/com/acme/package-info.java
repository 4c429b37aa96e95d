/** A class for the first of two modules whose Maven lacks the flags that Error Prone needs. */
package com.acme;
