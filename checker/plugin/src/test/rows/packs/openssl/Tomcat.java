package rows;

import org.apache.tomcat.jni.SSL;
import org.apache.tomcat.jni.SSLContext;

/** The same library in tomcat-native. */
class Tomcat {
  void contextBad(long pool) throws Exception {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    long context = SSLContext.make(pool, 2, 1);
    // BUG: Diagnostic contains: [SecurityContextLeak]
    long ssl = SSL.newSSL(context, true);
    // BUG: Diagnostic contains: [ContextBufferLeak]
    long bio = SSL.newMemBIO();
    System.out.println(ssl + bio);
  }

  void contextOk(long pool) throws Exception {
    long context = SSLContext.make(pool, 2, 1);
    try {
      long ssl = SSL.newSSL(context, true);
      try {
        SSL.freeBIO(SSL.newMemBIO());
      } finally {
        SSL.freeSSL(ssl);
      }
    } finally {
      SSLContext.free(context);
    }
  }

  void twiceBad(long pool) throws Exception {
    long context = SSLContext.make(pool, 2, 1);
    SSLContext.free(context);
    // BUG: Diagnostic contains: [DoubleRelease]
    SSLContext.free(context);
  }
}
