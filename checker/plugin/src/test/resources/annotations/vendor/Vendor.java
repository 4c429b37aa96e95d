package vendor;

import com.google.errorprone.annotations.MustBeClosed;
import javax.annotation.WillClose;
import javax.annotation.WillCloseWhenClosed;
import javax.annotation.WillNotClose;
import org.checkerframework.checker.calledmethods.qual.EnsuresCalledMethods;
import org.checkerframework.checker.calledmethods.qual.EnsuresCalledMethodsIf;
import org.checkerframework.checker.mustcall.qual.InheritableMustCall;
import org.checkerframework.checker.mustcall.qual.MustCall;
import org.checkerframework.checker.mustcall.qual.MustCallAlias;
import org.checkerframework.checker.mustcall.qual.NotOwning;
import org.checkerframework.checker.mustcall.qual.Owning;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;

/** Code without bodies: nothing but its annotations says what it does. */
public interface Vendor {
  @Owning GSSContext open() throws GSSException;

  @MustBeClosed GSSContext connect() throws GSSException;

  @NotOwning GSSContext shared();

  @MustCall({}) GSSContext exempt();

  void keep(@Owning GSSContext context) throws GSSException;

  /** By its name alone it would be taken for one that keeps the context. */
  void setCurrent(@NotOwning GSSContext context);

  void addJdt(@org.eclipse.jdt.annotation.NotOwning GSSContext context);

  void keepJdt(@org.eclipse.jdt.annotation.Owning GSSContext context);

  void finish(@WillClose GSSContext context);

  void registerForAWhile(@WillNotClose GSSContext context);

  @EnsuresCalledMethods(value = "#1", methods = "dispose")
  void end(GSSContext context);

  @EnsuresCalledMethods(value = "#1", methods = "getMech")
  void look(GSSContext context);

  @EnsuresCalledMethodsIf(expression = "#1", result = true, methods = "dispose")
  boolean tryEnd(GSSContext context);

  @MustCallAlias GSSContext traced(@MustCallAlias GSSContext context);

  Session wrap(@WillCloseWhenClosed GSSContext context);

  /** A session is what it wraps. */
  @InheritableMustCall("shut")
  interface Session {
    void shut();
  }
}
