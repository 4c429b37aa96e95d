/** A class for a build that switches on a check which does not exist. */
package com.acme;
