interface Binding {
  int AcquireCredentialsHandle(Object a, Object b, int c, Object d, Object e, Object f, Object g, Object handle, Object h);

  int FreeCredentialsHandle(Object handle);
}

/** The handlers that javac makes of a try with resources were written by nobody: nothing is known to reach them here. */
class TryWithResources implements AutoCloseable {
  void inside(Binding binding) {
    try (TryWithResources other = new TryWithResources()) {
      Object handle = new Object();
      if (binding.AcquireCredentialsHandle(null, null, 2, null, null, null, null, handle, null) == 0) {
        work(handle);
        binding.FreeCredentialsHandle(handle);
      }
    }
  }

  private static void work(Object handle) {}

  @Override public void close() {}
}
