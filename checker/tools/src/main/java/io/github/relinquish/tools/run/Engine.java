package io.github.relinquish.tools.run;

import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.RulePages;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that the commands ask of the analysis.
 *
 * @param judge finds mistakes
 * @param models knows the rows
 * @param beliefs knows what is believed of methods
 * @param pages the page of each rule
 */
public record Engine(Judge judge, Models models, Beliefs beliefs, RulePages pages) {
  private static final String NOT_YET = "this build holds no analysis yet";

  /** The real one. */
  public static Engine real() {
    return real(Progress.NONE);
  }

  /** The real one, telling how far it is. */
  public static Engine real(Progress progress) {
    return new Engine(new WholeJudge(progress), new RowModels(), new RowBeliefs(), RulePages.SHIPPED);
  }

  /** Judges nothing and says so: nothing is ever green by it. */
  public static Engine absent() {
    Judge judge = request -> new Judgement(Report.of(List.of(), List.of(Note.notJudged(NOT_YET))), new FileSources(request.root()));
    Beliefs beliefs = (request, method) -> {
      throw new NotAvailable(NOT_YET);
    };
    return new Engine(judge, new AbsentModels(), beliefs, RulePages.SUMMARIES);
  }

  private static final class AbsentModels implements Models {
    @Override public List<String> lint(Path file) {
      throw new NotAvailable(NOT_YET);
    }

    @Override public List<String> list(List<Path> files) {
      throw new NotAvailable(NOT_YET);
    }
  }
}
