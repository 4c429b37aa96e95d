/** A class for the second of two modules whose Maven lacks the flags that Error Prone needs. */
package com.acme;
