package io.github.relinquish.tools.lsp;

import io.github.relinquish.core.data.ProtocolFile;
import io.github.relinquish.core.data.ProtocolReader;
import io.github.relinquish.core.data.Words;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.report.RulePages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/** Files of rows in the editor: the reader's problems, the words that may stand somewhere, what a word means. */
final class Models {
  private static final Pattern LOOKS_LIKE_ROWS = Pattern.compile("(?m)^(?:calls|kinds):");
  private static final Pattern TITLE = Pattern.compile("(?m)^api:");

  private final Buffers buffers;
  private final Configuration configuration;
  private final Publisher publisher;
  private final Map<String, String> meanings = ModelWords.meanings();

  Models(Buffers buffers, Configuration configuration, Publisher publisher) {
    this.buffers = buffers;
    this.configuration = configuration;
    this.publisher = publisher;
  }

  /** Shows what is wrong with the file. */
  void changed(Path path) {
    buffers.at(path).filter(this::isModel)
        .ifPresent(buffer -> publisher.send(path, buffer.version(), diagnosticsOf(path)));
  }

  /** The settings changed: other files may be models now. */
  void again() {
    buffers.all().keySet().forEach(this::changed);
  }

  List<Diagnostic> diagnosticsOf(Path path) {
    return buffers.at(path).filter(this::isModel)
        .map(buffer -> Diagnostics.of(read(buffer).problems(), buffer.lines())).orElse(List.of());
  }

  private boolean isModel(Buffers.Buffer buffer) {
    String name = buffer.path().toString();
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      return false;
    }
    return name.contains(".relinquish.") || configuration.settings().models().contains(buffer.path())
        || TITLE.matcher(buffer.text()).find() && LOOKS_LIKE_ROWS.matcher(buffer.text()).find();
  }

  private ProtocolFile read(Buffers.Buffer buffer) {
    return new ProtocolReader(kinds(buffer)).read(String.valueOf(buffer.path().getFileName()), buffer.text());
  }

  /** Those of the shipped files, but not of this one where it is a shipped file that somebody edits. */
  private List<Kind> kinds(Buffers.Buffer buffer) {
    return configuration.shippedKinds().stream()
        .filter(kind -> !Pattern.compile("name:\\s*[\"']?" + Pattern.quote(kind.name()) + "\\b").matcher(buffer.text()).find()).toList();
  }

  Optional<Hover> hover(Buffers.Buffer buffer, Position position) {
    if (!isModel(buffer)) {
      return Optional.empty();
    }
    String word = buffer.lines().wordAt(buffer.lines().offset(position), ".-");
    return meaning(word, buffer).map(text -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, text)));
  }

  private Optional<String> meaning(String word, Buffers.Buffer buffer) {
    Optional<RuleId> rule = RuleId.ofTitle(word);
    if (rule.isPresent()) {
      return rule.map(r -> "**" + word + "**: " + RulePages.summary(r) + " [Page](" + Diagnostics.page(r) + ")");
    }
    List<Kind> kinds = new ArrayList<>(kinds(buffer));
    kinds.addAll(read(buffer).kinds());
    Optional<Kind> kind = kinds.stream().filter(k -> k.name().equals(word)).findFirst();
    return kind.isPresent() ? kind.map(Models::text) : Optional.ofNullable(meanings.get(word)).map(m -> "`" + word + "`: " + m);
  }

  private static String text(Kind kind) {
    return "**" + kind.noun() + "** (`" + kind.name() + "`, " + kind.rule().title() + ")\n\nreleased by `"
        + kind.releaseOf("it") + "`; read in: " + kind.source();
  }

  List<CompletionItem> completion(Buffers.Buffer buffer, Position position) {
    if (!isModel(buffer)) {
      return List.of();
    }
    List<CompletionItem> items = new ArrayList<>();
    Lines lines = buffer.lines();
    String line = lines.text(position.getLine());
    String before = line.substring(0, Math.min(line.length(), position.getCharacter()));
    if (before.matches(".*\\b(rule):\\s*\\w*")) {
      Words.rules().forEach(word -> items.add(item(word, CompletionItemKind.EnumMember)));
    } else if (before.matches(".*\\b(leak|again|afterwards|severity):\\s*\\w*")) {
      Words.severities().forEach(word -> items.add(item(word, CompletionItemKind.EnumMember)));
    } else if (before.matches(".*\\b(kind|kinds|begins|ends|lends|takes):?\\s*[\\[{]?\\s*(kind:\\s*)?[\\w.]*") && before.contains(":")) {
      kinds(buffer).forEach(kind -> items.add(item(kind.name(), CompletionItemKind.Reference)));
      read(buffer).kinds().forEach(kind -> items.add(item(kind.name(), CompletionItemKind.Reference)));
    } else if (before.matches("[\\s-]*[\\w-]*")) {
      keys(lines, position.getLine(), before).forEach(word -> items.add(item(word, CompletionItemKind.Property)));
    }
    return items;
  }

  private CompletionItem item(String word, CompletionItemKind kind) {
    CompletionItem item = new CompletionItem(word);
    item.setKind(kind);
    item.setDetail(meanings.get(word));
    item.setInsertText(kind == CompletionItemKind.Property ? word + ": " : word);
    return item;
  }

  /** Keys that may stand at an indentation: those of the file, or of what the nearest key of the file lists. */
  private static List<String> keys(Lines lines, int line, String before) {
    if (!before.startsWith(" ") && !before.startsWith("-")) {
      return Words.ofFile();
    }
    for (int at = line - 1; at >= 0; at--) {
      String text = lines.text(at);
      if (text.startsWith("kinds:")) {
        return Words.ofKind();
      }
      if (text.startsWith("calls:")) {
        return Words.ofRow();
      }
      if (text.strip().equals("parents:")) {
        return Words.ofParent();
      }
    }
    return Words.ofFile();
  }
}
