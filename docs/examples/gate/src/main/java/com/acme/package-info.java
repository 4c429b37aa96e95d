/** What the walk through the gate judges: three old findings, and the patch that adds a fourth. */
package com.acme;
