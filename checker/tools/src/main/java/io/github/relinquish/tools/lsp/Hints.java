package io.github.relinquish.tools.lsp;

import io.github.relinquish.tools.lsp.compile.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What is known where nothing is wrong: who holds a resource, and what was inferred of methods. */
final class Hints {
  /** On the name of a variable that holds a resource. */
  Optional<Hover> hover(Judged judged, Position position) {
    Lines lines = new Lines(judged.text());
    int offset = lines.offset(position);
    String word = lines.wordAt(offset, "");
    List<String> parts = new ArrayList<>();
    for (Answer.Resource resource : judged.answer().resources()) {
      if (resource.name().equals(word) && resource.from() <= offset && offset <= resource.to()) {
        parts.add(text(resource, offset));
      }
    }
    return parts.isEmpty() ? Optional.empty()
        : Optional.of(new Hover(new MarkupContent(MarkupKind.MARKDOWN, String.join("\n\n---\n\n", parts))));
  }

  private static String text(Answer.Resource resource, int offset) {
    StringBuilder text = new StringBuilder("**").append(resource.what()).append("** `").append(resource.name()).append("` (protocol `")
        .append(resource.kind()).append("`)");
    resource.stateAt(offset).ifPresent(state -> text.append("\n\n**").append(state).append("**"));
    text.append("\n\n").append(resource.origin());
    if (!resource.release().isEmpty()) {
      text.append("; released by `").append(resource.release()).append('`');
    }
    text.append('\n');
    resource.fate().forEach(fate -> text.append("\n- ").append(fate));
    return text.toString();
  }

  /** Behind the names of methods that take or give ownership. */
  List<InlayHint> inlays(Judged judged, Range range) {
    Lines lines = new Lines(judged.text());
    int from = lines.offset(range.getStart());
    int to = lines.offset(range.getEnd());
    Map<Integer, List<String>> texts = new LinkedHashMap<>();
    for (Answer.Ownership ownership : judged.answer().ownerships()) {
      if (from <= ownership.offset() && ownership.offset() <= to) {
        texts.computeIfAbsent(ownership.offset(), o -> new ArrayList<>()).add(ownership.text());
      }
    }
    List<InlayHint> hints = new ArrayList<>();
    texts.forEach((offset, said) -> {
      InlayHint hint = new InlayHint(lines.position(endOfName(judged.text(), offset)), Either.forLeft(String.join(", ", said)));
      hint.setPaddingLeft(true);
      hint.setPaddingRight(true);
      hints.add(hint);
    });
    return hints;
  }

  private static int endOfName(String text, int offset) {
    int end = offset;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
