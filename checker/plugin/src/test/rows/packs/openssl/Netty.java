package rows;

import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;

/** Handles are longs, 0 is none. */
class Netty {
  void contextBad() throws Exception {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    long context = SSLContext.make(2, 1);
    System.out.println(context);
  }

  void contextOk() throws Exception {
    long context = SSLContext.make(2, 1);
    if (context != 0) {
      SSLContext.free(context);
    }
  }

  void connectionBad(long context) {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    long ssl = SSL.newSSL(context, true);
    System.out.println(ssl);
  }

  void connectionOk(long context) {
    long ssl = SSL.newSSL(context, true);
    if (ssl != 0) {
      SSL.freeSSL(ssl);
    }
  }

  void orderBad() throws Exception {
    long context = SSLContext.make(2, 1);
    long ssl = SSL.newSSL(context, false);
    // BUG: Diagnostic contains: [ReleaseOrder]
    SSLContext.free(context);
    SSL.freeSSL(ssl);
  }

  void orderOk() throws Exception {
    long context = SSLContext.make(2, 1);
    long ssl = SSL.newSSL(context, false);
    SSL.freeSSL(ssl);
    SSLContext.free(context);
  }

  void bufferBad() throws Exception {
    // BUG: Diagnostic contains: [ContextBufferLeak]
    long bio = SSL.newMemBIO();
    System.out.println(bio);
  }

  void keyBad(long bio) throws Exception {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    long key = SSL.parsePrivateKey(bio, "word");
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    long chain = SSL.parseX509Chain(bio);
    System.out.println(key + chain);
  }

  void keyOk() throws Exception {
    long bio = SSL.newMemBIO();
    long key = 0;
    long chain = 0;
    try {
      key = SSL.parsePrivateKey(bio, "word");
      chain = SSL.parseX509Chain(bio);
    } finally {
      if (chain != 0) {
        SSL.freeX509Chain(chain);
      }
      if (key != 0) {
        SSL.freePrivateKey(key);
      }
      SSL.freeBIO(bio);
    }
  }
}
