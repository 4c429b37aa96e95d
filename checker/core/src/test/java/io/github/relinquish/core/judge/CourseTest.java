package io.github.relinquish.core.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.relinquish.core.graph.GraphText;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.summary.Course;
import io.github.relinquish.core.summary.Summaries;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is known of a resource at a line of a body. */
class CourseTest {
  @Test void isLiveFromTheAcquisitionToTheRelease() throws IOException {
    assertEquals(Map.of(1, Set.of(), 2, Set.of(Typestate.LIVE), 3, Set.of(Typestate.LIVE), 4, Set.of(Typestate.RELEASED)), course("""
        graph Main#run()
          c = invoke Api#open:java.lang.Object()  ; 1
          invoke Api#use(c)  ; 2
          invoke Api#close(c)  ; 3
          return  ; 4
        """));
  }

  @Test void isMaybeReleasedWhereWaysMeet() throws IOException {
    assertEquals(Map.of(1, Set.of(), 2, Set.of(Typestate.LIVE), 3, Set.of(Typestate.LIVE), 4, Set.of(Typestate.LIVE, Typestate.RELEASED)), course("""
        graph Main#run(flag)
          c = invoke Api#open:java.lang.Object()  ; 1
          if flag == 0 then b1 else b2  ; 2
        b1:
          invoke Api#close(c)  ; 3
          goto b2
        b2:
          invoke Api#isNull(c)  ; 4
          return  ; 4
        """));
  }

  @Test void isNowhereWhereItWasNotAcquired() throws IOException {
    assertEquals(Map.of(1, Set.of(), 2, Set.of(Typestate.LIVE), 3, Set.of()), course("""
        graph Main#run()
          o = new Box
          rc = invoke Api#acquire:int(o)  ; 1
          if rc == 0 then b1 else b2
        b1:
          invoke Api#close(o)  ; 2
          return
        b2:
          invoke Api#isNull(o)  ; 3
          return
        """));
  }

  /** By line, of the one resource of the one body. */
  private static Map<Integer, Set<Typestate>> course(String graph) throws IOException {
    TextProgram program = new TextProgram(List.of(GraphText.parse("Main", 0, graph.lines().toList())), Map.of(), List.of());
    Summaries summaries = program.summaries(GraphCasesTest.protocols(), false);
    List<Course> courses = Course.in(GraphText.key("Main#run" + (graph.contains("flag") ? "/1" : "/0")), summaries).stream()
        .filter(course -> course.first() == Typestate.LIVE).toList();
    assertEquals(1, courses.size());
    Map<Integer, Set<Typestate>> lines = new TreeMap<>();
    courses.get(0).states().forEach((site, states) -> {
      if (site.line() > 0) {
        lines.computeIfAbsent(site.line(), l -> new TreeSet<>()).addAll(states);
      }
    });
    return lines;
  }
}
