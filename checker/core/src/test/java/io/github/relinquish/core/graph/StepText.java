package io.github.relinquish.core.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one step. */
final class StepText {
  private static final String OBJECT = "java.lang.Object";
  private static final Pattern INVOKE = Pattern.compile("(?:(\\S+) = )?invoke (?:(static|virtual|special) )?(.*?)(?: throws (.*))?");
  private static final Pattern CALLEE = Pattern.compile("(\\S+?)#([^(:\\s]+)(\\([^\\s)]*\\)[^\\s(]+)\\((.*)\\)");
  private static final Pattern BRIEF = Pattern.compile("(\\S+?)#([^(:\\s]+)(:[^\\s(]+)?\\((.*)\\)");
  private static final Pattern CLOSURE = Pattern.compile("closure (\\S+) (?:(static|virtual|special|create) )?(.*)");
  private static final Pattern LITERAL = Pattern.compile("null|true|false|-?\\d+|\".*\"|`[^`]*`");
  private static final Pattern COMPARE = Pattern.compile("(\\S+) (==|!=|<=|>=|<|>) (\\S+)");
  private static final Pattern OPERATE = Pattern.compile("(\\S*)\\(([^()]*)\\)");

  private final Site site;
  private final GraphText.Names names;
  private final List<Step> out;

  StepText(Site site, GraphText.Names names, List<Step> out) {
    this.site = site;
    this.names = names;
    this.out = out;
  }

  static List<String> split(String list) {
    return list.isBlank() ? List.of() : List.of(list.strip().split(",\\s*"));
  }

  static Relation relation(String sign) {
    for (Relation relation : Relation.values()) {
      if (relation.sign().equals(sign)) {
        return relation;
      }
    }
    throw new IllegalArgumentException("not a relation: " + sign);
  }

  static MethodKey shortKey(String owner, String name, String result, int arity) {
    String type = result == null ? OBJECT : result.substring(1);
    String descriptor = switch (type) {
      case "boolean" -> "Z";
      case "int" -> "I";
      case "void" -> "V";
      default -> "L" + type.replace('.', '/') + ";";
    };
    boolean isVoid = name.equals(MethodKey.CONSTRUCTOR);
    return new MethodKey(owner, name, "(" + "Ljava/lang/Object;".repeat(arity) + ")" + (isVoid ? "V" : descriptor));
  }

  /** A variable, or a temporary that is given a literal first. */
  Variable operand(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return names.variable(text);
    }
    Literal literal = literal(text);
    Variable made = names.temporary(typeOf(literal));
    out.add(new Step.Constant(site, made, literal));
    return made;
  }

  private List<Variable> operands(String list) {
    List<Variable> found = new ArrayList<>();
    split(list).forEach(o -> found.add(operand(o)));
    return found;
  }

  void read(String line) {
    Matcher invoke = INVOKE.matcher(line);
    if (invoke.matches()) {
      invoke(invoke);
      return;
    }
    int equals = line.indexOf(" = ");
    if (equals < 0) {
      throw new IllegalArgumentException("not a step: " + line);
    }
    String left = line.substring(0, equals);
    String right = line.substring(equals + 3);
    if (left.startsWith("static ")) {
      out.add(new Step.StoreStatic(site, field(left.substring(7)), operand(right)));
    } else if (left.endsWith("]")) {
      Variable array = names.variable(left.substring(0, left.indexOf('[')));
      Variable index = operand(left.substring(left.indexOf('[') + 1, left.length() - 1));
      out.add(new Step.StoreElement(site, array, index, operand(right)));
    } else if (left.contains(".")) {
      Variable receiver = names.variable(left.substring(0, left.indexOf('.')));
      out.add(new Step.StoreField(site, receiver, fieldOf(receiver, left.substring(left.indexOf('.') + 1)), operand(right)));
    } else {
      assign(left, right);
    }
  }

  private void assign(String target, String right) {
    Matcher compare = COMPARE.matcher(right);
    Matcher closure = CLOSURE.matcher(right);
    int space = right.indexOf(' ');
    String word = space < 0 ? "" : right.substring(0, space);
    String rest = right.substring(space + 1);
    if (LITERAL.matcher(right).matches()) {
      Literal literal = literal(right);
      out.add(new Step.Constant(site, names.target(target, typeOf(literal)), literal));
    } else if (word.equals("new")) {
      out.add(new Step.Create(site, names.target(target, rest), rest));
    } else if (word.equals("static")) {
      out.add(new Step.LoadStatic(site, names.target(target, OBJECT), field(rest)));
    } else if (word.equals("length")) {
      out.add(new Step.Length(site, names.target(target, "int"), names.variable(rest)));
    } else if (word.equals("caught")) {
      out.add(new Step.Caught(site, names.caught(target, rest)));
    } else if (word.equals("havoc")) {
      out.add(new Step.Havoc(site, names.target(target, OBJECT), rest));
    } else if (closure.matches()) {
      closure(target, closure);
    } else if (right.contains(" instanceof ")) {
      out.add(new Step.TypeTest(site, names.target(target, "boolean"), names.variable(word), right.substring(right.lastIndexOf(' ') + 1)));
    } else if (compare.matches()) {
      Variable left = operand(compare.group(1));
      Variable other = operand(compare.group(3));
      out.add(new Step.Compare(site, names.target(target, "boolean"), left, relation(compare.group(2)), other));
    } else {
      read(target, right);
    }
  }

  private void read(String target, String right) {
    Matcher operate = OPERATE.matcher(right);
    if (operate.matches()) {
      List<Variable> operands = operands(operate.group(2));
      String type = operands.isEmpty() ? "int" : operands.get(0).type();
      out.add(new Step.Operate(site, names.target(target, type), operate.group(1), operands));
    } else if (right.endsWith("]")) {
      Variable array = names.variable(right.substring(0, right.indexOf('[')));
      Variable index = operand(right.substring(right.indexOf('[') + 1, right.length() - 1));
      out.add(new Step.LoadElement(site, names.target(target, OBJECT), array, index));
    } else if (right.contains(".")) {
      Variable receiver = names.variable(right.substring(0, right.indexOf('.')));
      FieldKey field = fieldOf(receiver, right.substring(right.indexOf('.') + 1));
      out.add(new Step.LoadField(site, names.target(target, OBJECT), receiver, field));
    } else {
      Variable source = names.variable(right);
      out.add(new Step.Assign(site, names.target(target, source.type()), source));
    }
  }

  private void invoke(Matcher invoke) {
    Callee callee = callee(invoke.group(3), invoke.group(2));
    List<String> thrown = invoke.group(4) == null ? List.of() : split(invoke.group(4));
    Variable target = invoke.group(1) == null ? Variable.VOID : names.target(invoke.group(1), callee.key().returnType());
    out.add(new Step.Invoke(site, target, callee.kind(), callee.key(), callee.operands(), thrown));
  }

  private void closure(String target, Matcher closure) {
    Callee body = callee(closure.group(3), closure.group(2));
    out.add(new Step.Closure(site, names.target(target, closure.group(1)), closure.group(1), body.kind(), body.key(), body.operands()));
  }

  private record Callee(CallKind kind, MethodKey key, List<Variable> operands) {}

  private Callee callee(String text, String kindWord) {
    CallKind kind = kindWord == null ? CallKind.STATIC : CallKind.valueOf(kindWord.toUpperCase(Locale.ROOT));
    Matcher full = CALLEE.matcher(text);
    if (full.matches()) {
      return new Callee(kind, new MethodKey(full.group(1), full.group(2), full.group(3)), operands(full.group(4)));
    }
    // A closure's own arguments are not written with the captured ones: name/arity says how many its body takes.
    Matcher brief = BRIEF.matcher(text);
    if (!brief.matches()) {
      throw new IllegalArgumentException("not a callee: " + text);
    }
    List<Variable> operands = operands(brief.group(4));
    String[] name = brief.group(2).split("/");
    int receivers = kind == CallKind.VIRTUAL || kind == CallKind.SPECIAL ? 1 : 0;
    int arity = name.length > 1 ? Integer.parseInt(name[1]) : operands.size() - receivers;
    return new Callee(kind, shortKey(brief.group(1), name[0], brief.group(3), arity), operands);
  }

  private static FieldKey field(String text) {
    return new FieldKey(text.substring(0, text.lastIndexOf('.')), text.substring(text.lastIndexOf('.') + 1));
  }

  private static FieldKey fieldOf(Variable receiver, String name) {
    return new FieldKey(receiver.type(), name);
  }

  private static Literal literal(String text) {
    if (text.equals("null")) {
      return Literal.NULL;
    } else if (text.equals("true") || text.equals("false")) {
      return new Literal.Int(text.equals("true") ? 1 : 0);
    } else if (text.startsWith("`")) {
      return new Literal.Opaque(text.substring(1, text.length() - 1));
    } else if (text.startsWith("\"")) {
      return new Literal.Text(unescaped(text.substring(1, text.length() - 1)));
    }
    return new Literal.Int(Long.parseLong(text));
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        c = text.charAt(++i);
        c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static String typeOf(Literal literal) {
    if (literal instanceof Literal.Int) {
      return "int";
    }
    return literal instanceof Literal.Text ? "java.lang.String" : OBJECT;
  }
}
