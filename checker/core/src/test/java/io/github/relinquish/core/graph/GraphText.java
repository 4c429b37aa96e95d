package io.github.relinquish.core.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text form of flow graphs: what {@link GraphPrinter} prints, and a short form for graphs written by hand.
 *
 * <p>Short form: {@code graph Main#run(a, this)}, with every descriptor made of {@code Object}; a call without a kind is static, a callee
 * without a descriptor takes and gives {@code Object} ({@code Api#ok:boolean(h)} names another result); operands may be literals; a
 * block without an end goes on in the next one; {@code #} starts a comment. Types of locals are those of what is first assigned.
 */
public final class GraphText {
  private static final Pattern FULL = Pattern.compile("graph (\\S+?)#([^(\\s]+)(\\(\\S*\\)\\S+) \\((.*)\\)");
  private static final Pattern SHORT = Pattern.compile("graph (\\S+?)#([^(:\\s]+)(:\\S+)?\\((.*)\\)");
  private static final Pattern BLOCK = Pattern.compile("b(\\d+):(?: on (.*))?");
  private static final Pattern LINE = Pattern.compile("(.*?)\\s+; (\\d+)");
  private static final Pattern BRANCH = Pattern.compile("if (\\S+) (==|!=|<=|>=|<|>) (\\S+) then b(\\d+) else b(\\d+)");

  private final String file;
  private final int firstLine;
  private final List<String> lines;
  private final Map<String, String> types;

  private GraphText(String file, int firstLine, List<String> lines, Map<String, String> types) {
    this.file = file;
    this.firstLine = firstLine;
    this.lines = lines;
    this.types = types;
  }

  /** One graph as it was printed. A step without a line has none. */
  public static FlowGraph parse(String text) {
    return parse("", 0, text.lines().toList());
  }

  /**
   * One graph.
   *
   * @param file for the sites
   * @param firstLine line of the first of {@code lines}, which steps without a line of their own count from; 0 for no lines
   */
  public static FlowGraph parse(String file, int firstLine, List<String> lines) {
    Map<String, String> types = new LinkedHashMap<>();
    new GraphText(file, firstLine, lines, types).read();
    return new GraphText(file, firstLine, lines, types).read();
  }

  /** The key of a method as a short call writes it, with its arity: {@code Owner#name/1}. */
  public static MethodKey key(String text) {
    String[] parts = text.split("[#/]");
    return StepText.shortKey(parts[0], parts[1], null, Integer.parseInt(parts[2]));
  }

  private FlowGraph read() {
    String head = lines.get(0).strip();
    Matcher full = FULL.matcher(head);
    Matcher brief = SHORT.matcher(head);
    List<String> parameters = new ArrayList<>();
    MethodKey key;
    if (full.matches()) {
      key = new MethodKey(full.group(1), full.group(2), full.group(3));
      parameters.addAll(StepText.split(full.group(4)));
    } else if (brief.matches()) {
      parameters.addAll(StepText.split(brief.group(4)));
      int arity = (int) parameters.stream().filter(p -> !p.equals("this")).count();
      key = StepText.shortKey(brief.group(1), brief.group(2), brief.group(3), arity);
    } else {
      throw new IllegalArgumentException("not the head of a graph: " + head);
    }
    Names names = new Names(types);
    List<Variable> declared = new ArrayList<>();
    parameters.forEach(p -> declared.add(names.parameter(p, key.owner())));
    return new FlowGraph(key, declared, blocks(names));
  }

  private List<Block> blocks(Names names) {
    List<Block> done = new ArrayList<>();
    Open open = null;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("^#.*|\\s# [^\"]*$", "").strip();
      if (line.startsWith("* ")) {
        line = line.substring(2);
      }
      if (line.isEmpty()) {
        continue;
      }
      Matcher block = BLOCK.matcher(line);
      if (block.matches() || open == null) {
        if (open != null) {
          done.add(open.close());
        }
        open = new Open(done.size(), block.matches() && block.group(2) != null ? block.group(2) : "");
        if (block.matches() && Integer.parseInt(block.group(1)) != done.size()) {
          throw new IllegalArgumentException("block out of order: " + line);
        }
        if (block.matches()) {
          continue;
        }
      }
      Matcher numbered = LINE.matcher(line);
      boolean isNumbered = numbered.matches();
      Site site = isNumbered ? site(Integer.parseInt(numbered.group(2))) : site(firstLine == 0 ? 0 : firstLine + i);
      open.add(isNumbered ? numbered.group(1) : line, site, names);
    }
    done.add(open.close());
    return done;
  }

  private Site site(int line) {
    return line == 0 ? Site.UNKNOWN : new Site(file, line, 0, -1, -1);
  }

  /** A block that is being read. */
  private static final class Open {
    private final int id;
    private final List<Block.Handler> handlers = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private End end;

    Open(int id, String handlers) {
      this.id = id;
      for (String handler : StepText.split(handlers)) {
        String[] parts = handler.split(" -> b");
        this.handlers.add(new Block.Handler(parts[0].equals("any") ? Block.Handler.ANY : parts[0], Integer.parseInt(parts[1])));
      }
    }

    void add(String line, Site site, Names names) {
      if (end != null) {
        throw new IllegalArgumentException("b" + id + " goes on behind its end: " + line);
      }
      StepText text = new StepText(site, names, steps);
      Matcher branch = BRANCH.matcher(line);
      if (branch.matches()) {
        Variable left = text.operand(branch.group(1));
        Variable right = text.operand(branch.group(3));
        end = new End.Branch(site, new Condition(left, StepText.relation(branch.group(2)), right),
            Integer.parseInt(branch.group(4)), Integer.parseInt(branch.group(5)));
      } else if (line.startsWith("goto b")) {
        end = new End.Jump(site, Integer.parseInt(line.substring(6)));
      } else if (line.equals("return")) {
        end = new End.Return(site, Variable.VOID);
      } else if (line.startsWith("return ")) {
        end = new End.Return(site, text.operand(line.substring(7)));
      } else if (line.startsWith("throw ")) {
        end = new End.Throw(site, text.operand(line.substring(6)));
      } else if (line.equals("stop")) {
        end = new End.Stop(site);
      } else {
        text.read(line);
      }
    }

    Block close() {
      return new Block(id, steps, end == null ? new End.Jump(Site.UNKNOWN, id + 1) : end, handlers);
    }
  }

  /** Variables of the graph by name. */
  static final class Names {
    private final Map<String, Variable> known = new LinkedHashMap<>();
    private final Map<String, String> types;
    private int made;

    Names(Map<String, String> types) {
      this.types = types;
    }

    private Variable parameter(String text, String owner) {
      String[] parts = text.split(": ");
      boolean isThis = parts[0].equals("this");
      String type = parts.length > 1 ? parts[1] : isThis ? owner : "java.lang.Object";
      Variable.Kind kind = isThis ? Variable.Kind.THIS : Variable.Kind.PARAMETER;
      Variable variable = new Variable(known.size(), parts[0], kind, type);
      known.put(parts[0], variable);
      return variable;
    }

    Variable variable(String name) {
      if (!name.matches("[\\w$~<>]+")) {
        throw new IllegalArgumentException("not a variable: " + name);
      }
      return known.computeIfAbsent(name, n -> new Variable(known.size(), n,
          n.matches("t\\d+") ? Variable.Kind.TEMPORARY : Variable.Kind.LOCAL, types.getOrDefault(n, "java.lang.Object")));
    }

    /** A variable that is assigned a value of that type. */
    Variable target(String name, String type) {
      types.putIfAbsent(name, type);
      return variable(name);
    }

    /** The one step that prints its target's type: this type counts. */
    Variable caught(String name, String type) {
      types.put(name, type);
      return variable(name);
    }

    Variable temporary(String type) {
      String name = "t9" + String.format(java.util.Locale.ROOT, "%03d", made++);
      types.putIfAbsent(name, type);
      return variable(name);
    }
  }
}
