/** A class for a build whose compiler lacks the policy that Error Prone asks for. */
package com.acme;
