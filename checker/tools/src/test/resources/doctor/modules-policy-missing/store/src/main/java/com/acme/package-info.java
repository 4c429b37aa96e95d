/** A class for the one of two modules whose compiler lacks the policy that Error Prone asks for. */
package com.acme;
