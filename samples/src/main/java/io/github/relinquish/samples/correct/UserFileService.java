package io.github.relinquish.samples.correct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import waffle.windows.auth.IWindowsImpersonationContext;
import waffle.windows.auth.IWindowsSecurityContext;

/** Reads files with the rights of the client, in threads that serve one client after the other. */
public final class UserFileService {
  private final Path root;

  public UserFileService(Path root) {
    this.root = root;
  }

  /** The content of a file that the client may read. */
  public String read(IWindowsSecurityContext client, String name) throws IOException {
    IWindowsImpersonationContext impersonation = client.impersonate();
    try {
      return Files.readString(root.resolve(name));
    } finally {
      impersonation.revertToSelf();
    }
  }
}
