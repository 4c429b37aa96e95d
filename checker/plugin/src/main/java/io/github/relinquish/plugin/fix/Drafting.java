package io.github.relinquish.plugin.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import io.github.relinquish.core.protocol.Kind;
import java.util.Optional;

/** What every way of mending works with: the file, the rows, and the words for a release. */
record Drafting(SourceText source, RowLookup rows, ReleaseWords words, VisitorState state) {
  static Drafting of(RowLookup rows, VisitorState state) {
    SourceText source = new SourceText(state);
    return new Drafting(source, rows, new ReleaseWords(rows, state, source), state);
  }

  Optional<ReleaseCall> release(Kind kind, Acquired acquired, Held held) {
    return words.of(kind, acquired.begin(), acquired.call(), held, acquired.path());
  }

  Draft draft() {
    return new Draft(new TextEdits(source.text()), SuggestedFix.builder());
  }

  Draft draft(ReleaseCall release) {
    Draft draft = draft();
    release.imports().forEach(draft.fix()::addImport);
    return draft;
  }

  StatementRemoval removal(Draft draft) {
    return new StatementRemoval(source, draft.edits(), state);
  }
}
