/** A class for the first of two modules in which nothing is wrong. */
package com.acme;
