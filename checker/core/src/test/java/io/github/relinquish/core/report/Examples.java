package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hand-made findings over a hand-made file. */
final class Examples {
  static final String FILE = "src/main/java/com/acme/Peer [1].java";
  static final List<String> LINES = List.of(
      "package com.acme;",
      "",
      "class Peer {",
      "  void open(GSSManager m, byte[] in) throws GSSException {",
      "    GSSContext ctx = m.createContext(peer, oid, null, 0);",
      "    ctx.initSecContext(in, 0, in.length);",
      "    ctx.dispose();",
      "  }",
      "  byte[] name() { return \"<script>alert('x')</script>\"; /* \u001b[31m \u202e */ }",
      "}");
  static final SourceText SOURCE = file -> file.equals(FILE) ? Optional.of(LINES) : Optional.empty();
  static final MethodKey METHOD = new MethodKey("com.acme.Peer", "open", "(Lorg/ietf/jgss/GSSManager;[B)V");

  private Examples() {}

  static Finding leak() {
    Site acquired = new Site(FILE, 5, 22, 119, 154);
    Site call = new Site(FILE, 6, 5, 160, 196);
    return new Finding(RuleId.SECURITY_CONTEXT_LEAK, RuleId.SECURITY_CONTEXT_LEAK.severity(), Confidence.CERTAIN, acquired, METHOD,
        "gss.context",
        "security context 'ctx' (acquired line 5) is not deleted when initSecContext() throws; call ctx.dispose()",
        List.of(new WitnessStep(acquired, "createContext() returns the security context", 0),
            new WitnessStep(call, "initSecContext() throws GSSException", 0),
            new WitnessStep(call, "open() exits by the exception while 'ctx' is live", 0)),
        List.of("initSecContext/3 throws GSSException: declared"), "a1b2c3", List.of());
  }

  static Finding hostile() {
    Site site = new Site(FILE, 9, 26, 241, 270);
    return new Finding(RuleId.CONTEXT_BUFFER_LEAK, RuleId.CONTEXT_BUFFER_LEAK.severity(), Confidence.LIKELY, site, METHOD.in("com.acme.<script>"),
        "sspi.buffer", "buffer '<script>alert(1)</script>' \u001b[31m\u202e is \"not\" freed [x](http://evil) & lost\ud800",
        List.of(new WitnessStep(site, "<img src=x onerror=alert(1)>", 0),
            new WitnessStep(Site.ofLine("lib/Other.java", 3), "free`() is not called", 1)),
        List.of(), "ffee", List.of());
  }

  static Report report() {
    Finding leak = leak();
    Fix fix = new Fix("Dispose of `ctx` in a finally block",
        List.of(new Edit(FILE, 155, 155, 5, 58, 5, 58, "\n    try {"), new Edit(FILE, 197, 197, 6, 42, 6, 42, "\n    } finally {")));
    Fix single = new Fix("Insert", List.of(new Edit(FILE, 155, 155, 5, 58, 5, 58, "\n    // free \u00e9")));
    return new Report(List.of(hostile(), leak), Map.of(leak, List.of(fix, single)), List.of(
        Note.notJudged("1 file does not compile"),
        new Note(Note.Kind.REMARK, Site.ofLine(FILE, 9), "the budget of <open> was used up")));
  }

  /** The same finding as if the file had been edited above it. */
  static Finding moved(Finding it, int by) {
    Site site = new Site(it.site().file(), it.site().line() + by, it.site().column(), it.site().start() + 40 * by, it.site().end() + 40 * by);
    return new Finding(it.rule(), it.severity(), it.confidence(), site, it.method(), it.kind(), it.message(), it.witness(), it.beliefs(),
        it.fingerprint(), it.repairs());
  }

  static Finding withFingerprint(Finding it, String fingerprint) {
    return new Finding(it.rule(), it.severity(), it.confidence(), it.site(), it.method(), it.kind(), it.message(), it.witness(),
        it.beliefs(), fingerprint, it.repairs());
  }
}
