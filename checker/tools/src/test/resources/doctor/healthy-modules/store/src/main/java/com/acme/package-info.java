/** A class for the second of two modules in which nothing is wrong. */
package com.acme;
