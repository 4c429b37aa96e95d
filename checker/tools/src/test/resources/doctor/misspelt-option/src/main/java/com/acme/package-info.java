/** A class for a build that sets an option which does not exist. */
package com.acme;
