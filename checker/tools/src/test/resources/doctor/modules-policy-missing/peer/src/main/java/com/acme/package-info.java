/** A class for the one of two modules whose compiler has the policy that Error Prone asks for. */
package com.acme;
