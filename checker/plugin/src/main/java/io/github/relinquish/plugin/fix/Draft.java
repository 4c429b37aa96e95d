package io.github.relinquish.plugin.fix;

import com.google.errorprone.fixes.SuggestedFix;

/** A fix in the making: edits, and a builder that gathers the imports they need. */
record Draft(TextEdits edits, SuggestedFix.Builder fix) {
  SuggestedFix finished(String description) {
    edits.addTo(fix);
    return fix.setShortDescription(description).build();
  }
}
