import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

class Guarded {
	boolean tabsAndComments(String[] names) throws SaslException {
		SaslClient client = Sasl.createSaslClient(names, null, "imap", "host", null, null); // made here

		// Comments stay.
		if (names.length > 3) {
			return false; /* early */
		}
		return client.isComplete();
		// the end
	}
}
