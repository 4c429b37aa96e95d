package io.github.relinquish.core.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns text into nodes.
 *
 * <p>Built on the event stream, not on the library's composer: that one resolves every scalar with regular expressions and recurses
 * without a bound. Anchors, aliases and tags are refused, so a file cannot grow while it is read.
 */
final class NodeReader {
  private static final int MOST_CHARACTERS = 2_000_000;
  private static final int DEEPEST = 16;

  private final Problems problems;
  private Iterator<Event> events;

  NodeReader(Problems problems) {
    this.problems = problems;
  }

  /** The only document of the text; empty, with a problem, where it is not YAML that we read. */
  Optional<Node> read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      problems.add(0, 0, "the file is too large: " + text.length() + " characters, at most " + MOST_CHARACTERS + " are read");
      return Optional.empty();
    }
    try {
      events = new Parse(LoadSettings.builder().setLabel(problems.file()).build()).parseString(text).iterator();
      return Optional.of(document());
    } catch (Refused refused) {
      problems.add(refused.line, refused.column, refused.getMessage());
    } catch (MarkedYamlEngineException broken) {
      Optional<Mark> mark = broken.getProblemMark().or(broken::getContextMark);
      problems.add(mark.map(m -> m.getLine() + 1).orElse(0), mark.map(m -> m.getColumn() + 1).orElse(0),
          "not YAML: " + firstLine(broken.getProblem()));
    } catch (ReaderException broken) {
      int line = (int) text.codePoints().limit(Math.max(0, broken.getPosition())).filter(character -> character == '\n').count() + 1;
      problems.add(line, 0, String.format("not YAML: it holds the character U+%04X; a file of rows is text in UTF-8", broken.getCodePoint()));
    } catch (YamlEngineException broken) {
      problems.add(0, 0, "not YAML: " + firstLine(broken.getMessage()));
    }
    return Optional.empty();
  }

  private Node document() throws Refused {
    events.next();
    Event start = events.next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      throw new Refused("the file is empty", start);
    }
    Node root = node(events.next(), 0);
    events.next();
    Event more = events.next();
    if (more.getEventId() != Event.ID.StreamEnd) {
      throw new Refused("a file holds one document", more);
    }
    return root;
  }

  private Node node(Event event, int depth) throws Refused {
    if (depth > DEEPEST) {
      throw new Refused("nested too deeply", event);
    }
    if (event.getEventId() == Event.ID.Alias || ((NodeEvent) event).getAnchor().isPresent()) {
      throw new Refused("anchors and aliases are not read here, write it out", event);
    }
    return switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart -> items(event, depth);
      case MappingStart -> mapping(event, depth);
      default -> throw new Refused("unexpected " + event, event);
    };
  }

  private static Node.Scalar scalar(ScalarEvent event) throws Refused {
    if (event.getTag().isPresent()) {
      throw new Refused("tags are not read here", event);
    }
    return new Node.Scalar(event.getValue(), event.isPlain(), lineOf(event), columnOf(event));
  }

  private static void refuseTag(CollectionStartEvent event) throws Refused {
    if (event.getTag().isPresent()) {
      throw new Refused("tags are not read here", event);
    }
  }

  private Node items(Event start, int depth) throws Refused {
    refuseTag((CollectionStartEvent) start);
    List<Node> items = new ArrayList<>();
    for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      items.add(node(event, depth + 1));
    }
    return new Node.Items(items, lineOf(start), columnOf(start));
  }

  private Node mapping(Event start, int depth) throws Refused {
    refuseTag((CollectionStartEvent) start);
    List<Node.Entry> entries = new ArrayList<>();
    for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
      if (!(node(event, depth + 1) instanceof Node.Scalar key)) {
        throw new Refused("a key is a text", event);
      }
      entries.add(new Node.Entry(key, node(events.next(), depth + 1)));
    }
    return new Node.Mapping(entries, lineOf(start), columnOf(start));
  }

  private static int lineOf(Event event) {
    return event.getStartMark().map(m -> m.getLine() + 1).orElse(0);
  }

  private static int columnOf(Event event) {
    return event.getStartMark().map(m -> m.getColumn() + 1).orElse(0);
  }

  private static String firstLine(String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }

  /** YAML, but not of the kind that we read. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    Refused(String message, Event at) {
      super(message, null, false, false);
      line = lineOf(at);
      column = columnOf(at);
    }
  }
}
