package io.github.relinquish.plugin.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the rows' words for a release, {@code {}.dispose()} or {@code FreeContextBuffer({})}, into a call that resolves here. */
final class ReleaseWords {
  private static final String NONE = "none";

  private final RowLookup rows;
  private final VisitorState state;
  private final SourceText source;

  ReleaseWords(RowLookup rows, VisitorState state, SourceText source) {
    this.rows = rows;
    this.state = state;
    this.source = source;
  }

  /** Whether the words for what begins at {@code call} need an expression for it. */
  boolean needsName(Kind kind, Optional<Effect.Begin> begin) {
    return words(kind, begin).contains("{}");
  }

  private static String words(Kind kind, Optional<Effect.Begin> begin) {
    return begin.map(Effect.Begin::release).filter(r -> !r.isEmpty()).orElse(kind.release());
  }

  /** The call that releases {@code held}, written for the code around {@code at}; empty where nothing resolves. */
  Optional<ReleaseCall> of(Kind kind, Optional<Effect.Begin> begin, Tree acquisition, Held held, TreePath at) {
    String words = words(kind, begin);
    if (words.equals(NONE)) {
      return Optional.empty();
    }
    Optional<String> filled = fill(words, acquisition, held);
    int open = words.indexOf('(');
    if (filled.isEmpty() || open < 0) {
      return Optional.empty();
    }
    String head = words.substring(0, open);
    String name = head.substring(head.lastIndexOf('.') + 1);
    String receiver = head.substring(0, Math.max(head.lastIndexOf('.'), 0));
    String arguments = filled.get().substring(filled.get().indexOf('(', filled.get().indexOf(name)));
    int arity = arity(words.substring(open + 1, words.lastIndexOf(')')));
    if (receiver.equals("{}")) {
      return found(held.type(), name, arity, held.name() + "." + name + arguments, List.of(), held, at);
    }
    if (receiver.isEmpty()) {
      return function(kind, acquisition, name, arity, name + arguments, held, at);
    }
    return ofClass(receiver, name, arity, arguments, held, at);
  }

  private Optional<String> fill(String words, Tree acquisition, Held held) {
    String filled = words.replace("{}", held.name());
    for (int i = 0; filled.contains("{" + i + "}"); i++) {
      Optional<ExpressionTree> argument = RowLookup.expressionAt(acquisition, Port.argument(i));
      if (argument.filter(a -> a instanceof IdentifierTree).isEmpty()) {
        return Optional.empty();
      }
      filled = filled.replace("{" + i + "}", source.of(argument.get()));
    }
    return filled.contains("{") || words.contains("{}") && held.name().isEmpty() ? Optional.empty() : Optional.of(filled);
  }

  private static int arity(String arguments) {
    return arguments.isBlank() ? 0 : arguments.split(",", -1).length;
  }

  private Optional<ReleaseCall> ofClass(String receiver, String name, int arity, String arguments, Held held, TreePath at) {
    int field = receiver.lastIndexOf('.');
    Type owner = state.getTypeFromString(receiver.substring(0, field));
    if (owner == null) {
      return Optional.empty();
    }
    for (Symbol member : owner.tsym.getEnclosedElements()) {
      if (member instanceof VarSymbol && member.getSimpleName().contentEquals(receiver.substring(field + 1))) {
        String simple = owner.tsym.getSimpleName() + receiver.substring(field);
        return found(member.type, name, arity, simple + "." + name + arguments, List.of(owner.tsym.getQualifiedName().toString()), held, at);
      }
    }
    return Optional.empty();
  }

  /** A function without a receiver is called where the acquisition was called, or where its siblings in this file are. */
  private Optional<ReleaseCall> function(Kind kind, Tree acquisition, String name, int arity, String call, Held held, TreePath at) {
    ExpressionTree own = acquisition instanceof MethodInvocationTree invoked ? ASTHelpers.getReceiver(invoked) : null;
    boolean isRow = rows.begin(acquisition, kind.name()).isPresent();
    if (isRow && acquisition instanceof MethodInvocationTree invoked && invoked.getMethodSelect() instanceof IdentifierTree select) {
      Symbol owner = ASTHelpers.getSymbol(select).owner;
      return found(owner.type, name, arity, call, List.of(), held, at);
    }
    Optional<ReleaseCall> found = isRow && own != null && isSteady(own)
        ? found(ASTHelpers.getType(own), name, arity, source.of(own) + "." + call, List.of(), held, at) : Optional.empty();
    return found.isPresent() ? found : siblings(kind, name).stream()
        .flatMap(r -> found(ASTHelpers.getType(r), name, arity, source.of(r) + "." + call, List.of(), held, at).stream()).findFirst();
  }

  /** Receivers of calls in this file that begin such resources, or release them by that name, where any code can name them. */
  private List<ExpressionTree> siblings(Kind kind, String name) {
    List<ExpressionTree> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        ExpressionTree receiver = ASTHelpers.getReceiver(call);
        if (receiver != null && ASTHelpers.getSymbol(receiver) instanceof VarSymbol field && field.isStatic()
            && (rows.begin(call, kind.name()).isPresent() || isCalled(call, name))) {
          found.add(receiver);
        }
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(state.getPath().getCompilationUnit(), null);
    return found;
  }

  private static boolean isCalled(MethodInvocationTree call, String name) {
    return ASTHelpers.getSymbol(call).getSimpleName().contentEquals(name);
  }

  private static boolean isSteady(ExpressionTree receiver) {
    return (receiver instanceof IdentifierTree || receiver instanceof MemberSelectTree) && Roots.isPlain(receiver);
  }

  private Optional<ReleaseCall> found(
      Type owner, String name, int arity, String expression, List<String> imports, Held held, TreePath at) {
    if (owner == null) {
      return Optional.empty();
    }
    for (Symbol member : state.getTypes().membersClosure(owner, false).getSymbols(s -> s.getSimpleName().contentEquals(name))) {
      if (member instanceof MethodSymbol method && method.getParameters().size() == arity && takes(method, expression, held)) {
        List<Type> thrown = method.getThrownTypes().stream().filter(t -> ASTHelpers.isCheckedExceptionType(t, state)).toList();
        String condition = held.mayBeNull() ? held.name() + " != null" : "";
        List<Type> declared = declared(at);
        List<String> refused = thrown.stream().filter(t -> declared.stream().noneMatch(d -> ASTHelpers.isSubtype(t, d, state)))
            .map(this::named).toList();
        return Optional.of(new ReleaseCall(expression, condition, refused, thrown, imports));
      }
    }
    return Optional.empty();
  }

  /** Whether the parameter that the resource itself is passed to is of its type. */
  private boolean takes(MethodSymbol method, String expression, Held held) {
    String[] arguments = expression.substring(expression.indexOf('(') + 1, expression.lastIndexOf(')')).split(",", -1);
    for (int i = 0; i < method.getParameters().size() && held.type() != null; i++) {
      boolean isIt = i < arguments.length && arguments[i].strip().equals(held.name());
      if (isIt && !ASTHelpers.isSubtype(held.type(), method.getParameters().get(i).type, state)) {
        return false;
      }
    }
    return true;
  }

  /** The same call with all that it may throw caught there and then. */
  ReleaseCall caught(ReleaseCall call) {
    return new ReleaseCall(call.expression(), call.condition(), call.thrown().stream().map(this::named).toList(), call.thrown(), call.imports());
  }

  /** The name of a class as short as the file's imports allow. */
  private String named(Type type) {
    String full = type.tsym.getQualifiedName().toString();
    String around = full.substring(0, full.lastIndexOf('.') + 1);
    boolean isImported = source.text().contains("import " + full + ";") || source.text().contains("import " + around + "*;")
        || around.equals("java.lang.");
    return isImported ? full.substring(around.length()) : full;
  }

  /** What the code around may throw. */
  private List<Type> declared(TreePath at) {
    for (TreePath around = at; around != null; around = around.getParentPath()) {
      Tree tree = around.getLeaf();
      if (tree instanceof MethodTree method) {
        return method.getThrows().stream().map(ASTHelpers::getType).toList();
      }
      if (tree instanceof LambdaExpressionTree) {
        return state.getTypes().findDescriptorType(ASTHelpers.getType(tree)).getThrownTypes();
      }
    }
    return List.of();
  }
}
