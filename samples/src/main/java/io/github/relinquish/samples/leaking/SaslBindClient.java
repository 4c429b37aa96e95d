package io.github.relinquish.samples.leaking;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** Binds to a directory server with whatever mechanism both sides know. */
public final class SaslBindClient {
  private final DataInputStream in;
  private final DataOutputStream out;

  public SaslBindClient(Socket socket) throws IOException {
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  /** Answers whether the server let us in. */
  public boolean bind(String host, CallbackHandler user) throws IOException {
    SaslClient client = Sasl.createSaslClient(new String[] {"GSSAPI", "DIGEST-MD5"}, null, "ldap", host, Map.of(), user);
    if (client == null) {
      throw new SaslException("no mechanism in common with " + host);
    }
    byte[] answer = client.hasInitialResponse() ? client.evaluateChallenge(new byte[0]) : new byte[0];
    send(client.getMechanismName(), answer);
    while (!client.isComplete()) {
      byte[] challenge = receive();
      if (challenge.length == 0) {
        return false;
      }
      send("", client.evaluateChallenge(challenge));
    }
    client.dispose();
    return true;
  }

  private void send(String mechanism, byte[] answer) throws IOException {
    out.writeUTF(mechanism);
    out.writeInt(answer.length);
    out.write(answer);
    out.flush();
  }

  private byte[] receive() throws IOException {
    byte[] challenge = new byte[in.readInt()];
    in.readFully(challenge);
    return challenge;
  }
}
