package io.github.relinquish.core.summary;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.data.ShippedProtocols;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseWordsTest {
  private final ReleaseWords words = new ReleaseWords(ShippedProtocols.together(ShippedProtocols.files()));

  @Test void unreadableCodeSaysThatItReleases() {
    for (String name : List.of("unconditionallyClose", "disposeQuietly", "freeAll", "delete_now", "logout")) {
      assertTrue(words.contain(name), name);
    }
  }

  @Test void methodsPromiseToReleaseTheirArguments() {
    for (String name : List.of("closeQuietly", "safeDispose", "sasl_dispose", "logout")) {
      assertTrue(words.promiseArguments(name), name);
    }
    for (String name : List.of("shouldDispose", "beforeClose", "closer", "__", "$", "x")) {
      assertFalse(words.promiseArguments(name), name);
    }
  }

  /** Prefixes of libraries and letters of abbreviations are no verbs. */
  @Test void otherNamesDoNot() {
    for (String name : List.of("enableSASL", "gssCredentialToKerberosTicket", "invokeLater", "removeAttribute", "sspiName", "closer")) {
      assertFalse(words.contain(name), name);
    }
  }
}
