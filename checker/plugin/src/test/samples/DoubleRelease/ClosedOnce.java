package samples;

import static samples.Prelude.SSPI;

import com.sun.jna.platform.win32.Sspi.CredHandle;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A flag may forbid the second release; and an owner that is closed twice is the affair of whoever passes it. */
class ClosedOnce {
  interface Owner extends AutoCloseable {
    @Override void close() throws IOException;
  }

  static class Flagged implements Owner {
    private final CredHandle handle = new CredHandle();
    private boolean closed;

    Flagged() throws IOException {
      if (Prelude.acquire(handle) != Prelude.OK) {
        throw new IOException("no credentials");
      }
    }

    @Override public void close() {
      if (!closed) {
        closed = true;
        SSPI.FreeCredentialsHandle(handle);
      }
    }
  }

  static class Swapped implements Owner {
    private final CredHandle handle = new CredHandle();
    private final AtomicBoolean closed = new AtomicBoolean();

    Swapped() throws IOException {
      if (Prelude.acquire(handle) != Prelude.OK) {
        throw new IOException("no credentials");
      }
    }

    @Override public void close() {
      if (closed.compareAndSet(false, true)) {
        SSPI.FreeCredentialsHandle(handle);
      }
    }
  }

  static class Plain implements Owner {
    private final CredHandle handle = new CredHandle();

    Plain() throws IOException {
      if (Prelude.acquire(handle) != Prelude.OK) {
        throw new IOException("no credentials");
      }
    }

    @Override public void close() {
      SSPI.FreeCredentialsHandle(handle);
    }
  }

  static class Wrapper implements Owner {
    private final Owner inner;

    Wrapper(Owner inner) {
      this.inner = inner;
    }

    @Override public void close() throws IOException {
      inner.close();
    }
  }

  static void closeTwice(Owner owner) throws IOException {
    owner.close();
    owner.close();
  }

  static void flaggedOk() throws IOException {
    try (Flagged owner = new Flagged()) {
      owner.close();
    }
  }

  static void wrappedOk() throws IOException {
    try (Owner owner = new Wrapper(new Flagged())) {
      owner.close();
    }
  }

  static void swappedOk() throws IOException {
    try (Owner owner = new Wrapper(new Swapped())) {
      owner.close();
    }
  }

  static void passedOk() throws IOException {
    closeTwice(new Flagged());
  }

  static void plainBad() throws IOException {
    Owner owner = new Plain();
    owner.close();
    // BUG: Diagnostic contains: is released a second time
    owner.close();
  }

  static void passedBad() throws IOException {
    Owner owner = new Plain();
    // BUG: Diagnostic contains: is released a second time
    closeTwice(owner);
  }
}
