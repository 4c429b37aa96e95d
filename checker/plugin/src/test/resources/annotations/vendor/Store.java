package vendor;

import org.checkerframework.checker.mustcall.qual.NotOwning;
import org.checkerframework.checker.mustcall.qual.Owning;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;

/** Bodies that do something else than inference would believe of them. */
public class Store {
  private GSSContext current;

  /** The body gives no hint that the caller has to release it. */
  public @Owning GSSContext take() {
    GSSContext taken = current;
    current = null;
    return taken;
  }

  /** The body does not release it; whoever implements it below does. */
  public void accept(@Owning GSSContext context) throws GSSException {
    context.dispose();
  }

  /** The field looks as if the store owned it. */
  public void lend(@NotOwning GSSContext context) {
    current = context;
  }
}
