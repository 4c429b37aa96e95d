package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.GraphText;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.protocol.Protocols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case of a {@code .graph} file: {@code case <name>}, then graphs, {@code class B extends A} and {@code abstract A#m/1} lines, then
 * {@code expect: none} or one {@code expect: <Rule>@<line> <part of the message>} a finding. {@code strict} lets every call throw.
 * {@code known: <why>} marks an expectation that is the wrong answer of today.
 */
record GraphCase(String name, List<FlowGraph> graphs, Map<String, String> supers, List<MethodKey> declared,
    List<String> expected, boolean isStrict) {

  /** All cases of a file. */
  static List<GraphCase> parse(String file, String text) {
    List<GraphCase> cases = new ArrayList<>();
    GraphCase open = null;
    List<String> graph = new ArrayList<>();
    for (String line : text.lines().toList()) {
      boolean isGraphLine = !graph.isEmpty() && (line.startsWith("  ") || line.matches("b\\d+:.*") || line.startsWith("#"));
      if (isGraphLine) {
        graph.add(line);
        continue;
      }
      if (!graph.isEmpty()) {
        open.graphs().add(GraphText.parse(file, 0, List.copyOf(graph)));
        graph.clear();
      }
      String[] words = line.split("\\s+", 2);
      switch (words[0]) {
        case "", "#", "known:" -> { }
        case "case" -> {
          open = new GraphCase(words[1], new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), false);
          cases.add(open);
        }
        case "graph" -> graph.add(line);
        case "class" -> open.supers().put(words[1].split(" ")[0], words[1].split(" ")[2]);
        case "abstract" -> open.declared().add(GraphText.key(words[1]));
        case "strict" -> {
          open = new GraphCase(open.name(), open.graphs(), open.supers(), open.declared(), open.expected(), true);
          cases.set(cases.size() - 1, open);
        }
        case "expect:" -> open.expected().add(words[1]);
        default -> throw new IllegalArgumentException(file + ": " + line);
      }
    }
    return cases;
  }

  TextProgram program() {
    return new TextProgram(graphs, supers, declared);
  }

  /** What is expected and not found, and what is found and not expected; empty if all is right. */
  List<String> differences(Protocols protocols) {
    List<Finding> found = new ArrayList<>(program().findings(protocols, isStrict));
    List<String> wrong = new ArrayList<>();
    for (String expectation : expected) {
      if (!expectation.equals("none")) {
        String[] parts = expectation.split("\\s+", 2);
        Optional<Finding> match = found.stream()
            .filter(f -> parts[0].equals(f.rule().title() + "@" + f.site().line()))
            .filter(f -> parts.length == 1 || f.message().contains(parts[1]))
            .findFirst();
        match.ifPresentOrElse(found::remove, () -> wrong.add("missing " + expectation));
      }
    }
    found.forEach(f -> wrong.add("found " + f.rule().title() + "@" + f.site().line() + " " + f.message()));
    if (expected.isEmpty()) {
      wrong.add("expects nothing, not even none");
    }
    return wrong;
  }

  @Override public String toString() {
    return name;
  }
}
