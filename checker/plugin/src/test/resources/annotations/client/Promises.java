package client;

import com.google.errorprone.annotations.MustBeClosed;
import javax.annotation.WillClose;
import javax.annotation.WillNotClose;
import org.checkerframework.checker.mustcall.qual.NotOwning;
import org.checkerframework.checker.mustcall.qual.Owning;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Bodies that contradict their own annotations. */
class Promises {
  private final GSSManager manager = GSSManager.getInstance();
  private @Owning GSSContext own;
  private @NotOwning GSSContext lent;
  private GSSContext held;

  void releases(@Owning GSSContext context) throws GSSException {
    context.dispose();
  }

  void forgetsBad(@Owning GSSContext context) { // BODY: SecurityContextLeak
    System.out.println(context.hashCode());
  }

  void forgetsOnOnePathBad(@WillClose GSSContext context, boolean isOver) throws GSSException { // BODY: SecurityContextLeak
    if (isOver) {
      context.dispose();
    }
  }

  void releasesWhatIsLentBad(@NotOwning GSSContext context) throws GSSException { // BODY: DoubleRelease
    context.dispose();
  }

  void closesWhatItWillNotBad(@WillNotClose GSSContext context) throws GSSException { // BODY: DoubleRelease
    context.dispose();
  }

  void stores(@org.eclipse.jdt.annotation.Owning GSSContext context) {
    own = context;
  }

  void shut() throws GSSException {
    own.dispose();
    held.dispose();
  }

  void borrows(GSSContext context) {
    lent = context;
  }

  @NotOwning GSSContext lendsNewBad() throws GSSException {
    return manager.createContext((GSSCredential) null); // BUG: SecurityContextLeak
  }

  @MustBeClosed GSSContext handsOutItsOwnBad() { // BODY: DoubleRelease
    return held;
  }

  void hold(GSSManager from) throws GSSException {
    held = from.createContext((GSSCredential) null);
  }

  @NotOwning GSSContext lendsItsOwn() {
    return held;
  }
}

/** Takes over what nothing releases. */
class Hoard {
  private GSSContext kept;

  void takes(@Owning GSSContext context) { // BODY: SecurityContextLeak
    kept = context;
  }

  GSSContext look() {
    return kept;
  }
}

/** Releases a field that is not its own. */
class Impolite {
  private final @NotOwning GSSContext lent;

  Impolite(@NotOwning GSSContext lent) {
    this.lent = lent;
  }

  void close() throws GSSException { // BODY: DoubleRelease
    lent.dispose();
  }
}

/** Promises nothing, whatever its methods are called. */
class Polite {
  private final @NotOwning GSSContext lent;

  Polite(@NotOwning GSSContext lent) {
    this.lent = lent;
  }

  void close() {
    System.out.println(lent.hashCode());
  }

  void release(@NotOwning GSSContext context) {
    System.out.println(context.hashCode());
  }
}
