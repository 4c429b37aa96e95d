package io.github.relinquish.tools.run;

/** Something the answer needs cannot be had; the command ends as incomplete with this sentence. */
public final class NotAvailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotAvailable(String message) {
    super(message);
  }
}
