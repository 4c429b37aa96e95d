/** A class for a build that keeps Error Prone's flags in a file which Error Prone does not read. */
package com.acme;
