/** A class for the first of two modules whose parent sets an option which does not exist. */
package com.acme;
