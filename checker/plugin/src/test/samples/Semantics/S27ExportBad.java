package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

class S27ExportBad {
  byte[] send(GSSContext context, byte[] last) throws GSSException {
    byte[] state = context.export();
    // BUG: Diagnostic contains: [UseAfterRelease]
    context.getMIC(last, 0, last.length, new MessageProp(false));
    return state;
  }
}
