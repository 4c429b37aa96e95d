package io.github.relinquish.samples.leaking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** Fetches a page that asks for Negotiate authentication, with the Kerberos ticket of the current user. */
public final class SpnegoHttpClient {
  private static final GSSManager MANAGER = GSSManager.getInstance();

  private final HttpClient http = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    System.out.println(new SpnegoHttpClient().fetch(URI.create(args[0])));
  }

  String fetch(URI page) throws GSSException, IOException, InterruptedException {
    Oid spnego = new Oid("1.3.6.1.5.5.2");
    GSSName service = MANAGER.createName("HTTP@" + page.getHost(), GSSName.NT_HOSTBASED_SERVICE);
    GSSContext context = MANAGER.createContext(service, spnego,
        MANAGER.createCredential(null, GSSCredential.DEFAULT_LIFETIME, spnego, GSSCredential.INITIATE_ONLY),
        GSSContext.DEFAULT_LIFETIME);
    byte[] token = context.initSecContext(new byte[0], 0, 0);
    HttpRequest request = HttpRequest.newBuilder(page)
        .header("Authorization", "Negotiate " + Base64.getEncoder().encodeToString(token))
        .build();
    String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    context.dispose();
    return body;
  }
}
