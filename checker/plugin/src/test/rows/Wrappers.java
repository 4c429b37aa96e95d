package rows;

import com.microsoft.sqlserver.jdbc.AuthenticationJNI;
import com.microsoft.tfs.jni.NTLM;
import com.microsoft.tfs.jni.Negotiate;
import java.util.function.Supplier;
import net.sourceforge.jtds.util.SSPIJNIClient;
import org.postgresql.sspi.ISSPIClient;

/** Wrappers in well-known projects; their outlines stand in {@code stubs}. */
class Wrappers {
  void postgresBad(Supplier<ISSPIClient> clients) {
    ISSPIClient client = clients.get();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    client.startSSPI();
    client.continueSSPI(7);
  }

  void postgresOk(Supplier<ISSPIClient> clients) {
    ISSPIClient client = clients.get();
    client.startSSPI();
    client.continueSSPI(7);
    client.dispose();
  }

  void sqlServerBad() {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    AuthenticationJNI.SNISecGenClientContext(new byte[8], null, null, 0, null, null, null, null, 0, null, null, null);
  }

  void sqlServerOk() {
    byte[] ctx = new byte[8];
    if (AuthenticationJNI.SNISecGenClientContext(ctx, null, null, 0, null, null, null, null, 0, null, null, null) == 0) {
      AuthenticationJNI.SNISecReleaseClientContext(ctx, 8, null);
    }
  }

  void jtdsBad() {
    SSPIJNIClient client = SSPIJNIClient.getInstance();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    client.invokeInitialize();
  }

  void jtdsOk() {
    SSPIJNIClient client = SSPIJNIClient.getInstance();
    client.invokeInitialize();
    client.invokeUnInitialize();
  }

  interface TeamNative {
    long nativeAuthInitialize(short mechanism, boolean client);

    void nativeAuthDispose(long id);
  }

  void teamBad(TeamNative api, Negotiate negotiate, NTLM ntlm) {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    api.nativeAuthInitialize((short) 1, true);
    // BUG: Diagnostic contains: [SecurityContextLeak]
    negotiate.initialize(true);
    // BUG: Diagnostic contains: [SecurityContextLeak]
    ntlm.initialize(true);
  }

  void teamOk(TeamNative api, Negotiate negotiate, NTLM ntlm) {
    long id = api.nativeAuthInitialize((short) 1, true);
    if (id != 0) {
      api.nativeAuthDispose(id);
    }
    negotiate.dispose(negotiate.initialize(true));
    ntlm.dispose(ntlm.initialize(true));
  }

  void httpClientBad(Supplier<org.apache.http.impl.auth.win.WindowsNegotiateScheme> schemes,
      Supplier<org.apache.hc.client5.http.impl.win.WindowsNegotiateScheme> newerSchemes) {
    org.apache.http.impl.auth.win.WindowsNegotiateScheme scheme = schemes.get();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    scheme.authenticate(null, null, null);
    org.apache.hc.client5.http.impl.win.WindowsNegotiateScheme newer = newerSchemes.get();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    newer.generateAuthResponse(null, null, null);
  }

  void httpClientOk(Supplier<org.apache.http.impl.auth.win.WindowsNegotiateScheme> schemes,
      Supplier<org.apache.hc.client5.http.impl.win.WindowsNegotiateScheme> newerSchemes) {
    org.apache.http.impl.auth.win.WindowsNegotiateScheme scheme = schemes.get();
    scheme.authenticate(null, null, null);
    scheme.authenticate(null, null, null);
    if (!scheme.isComplete()) {
      scheme.dispose();
    }
    org.apache.hc.client5.http.impl.win.WindowsNegotiateScheme newer = newerSchemes.get();
    newer.generateAuthResponse(null, null, null);
    if (!newer.isChallengeComplete()) {
      newer.dispose();
    }
  }
}
