package io.github.relinquish.tools.run;

import java.util.List;

/** What the analysis believes of methods. */
@FunctionalInterface
public interface Beliefs {
  /**
   * The summary of every method of that name, as rows that can be pasted back, each with where it was read.
   *
   * @param request what to look at
   * @param method {@code com.acme.Peer#open} or {@code open}
   * @return empty where there is no such method
   */
  List<String> of(Request request, String method);
}
