/** A class for a build that does not know of Error Prone. */
package com.acme;
