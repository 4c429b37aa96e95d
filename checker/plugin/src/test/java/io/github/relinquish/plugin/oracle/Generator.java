package io.github.relinquish.plugin.oracle;

import static io.github.relinquish.plugin.oracle.Stmt.block;
import static io.github.relinquish.plugin.oracle.Stmt.line;
import static io.github.relinquish.plugin.oracle.Stmt.two;

import io.github.relinquish.plugin.oracle.Res.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** Random programs: resources held in random ways, one inside the other, between random control flow. */
final class Generator {
  private static final List<String> HEADER = List.of(
      "import io.github.relinquish.plugin.oracle.api.*;", "import java.io.IOException;", "import java.util.*;",
      "import java.util.concurrent.Executor;", "import java.util.concurrent.atomic.AtomicBoolean;", "import org.ietf.jgss.*;");
  static final String TOP = "public static Object top";
  private final SplittableRandom random;
  private final Members members = new Members();
  private final Holds holds;
  /** What is held here, innermost first. */
  private final Deque<Res> held = new ArrayDeque<>();
  private int fuel;

  private Generator(long seed) {
    random = new SplittableRandom(seed);
    holds = new Holds(random, members);
    fuel = 3 + random.nextInt(6);
  }

  /** The program of that seed: a root whose parts are its imports and its class. */
  static Stmt program(long seed) {
    Generator generator = new Generator(seed);
    List<Stmt> top = new ArrayList<>(generator.resource());
    if (generator.random.nextInt(3) == 0) {
      top.addAll(generator.resource());
    }
    top.add(line("top", "return null;"));
    List<Stmt> body = new ArrayList<>();
    body.add(block("top", TOP + "(Env env, Sec sec, GSSManager m, Executor ex, boolean a, boolean b, int n)"
        + " throws IOException, GSSException", top));
    body.addAll(generator.members.all());
    List<Stmt.Part> parts = new ArrayList<>();
    HEADER.forEach(h -> parts.add(new Stmt.Part(h, List.of())));
    parts.add(new Stmt.Part("public final class " + Runs.CLASS + " {", body));
    Stmt program = new Stmt("program", parts, "}");
    return Mutation.some(program, generator.random);
  }

  private List<Stmt> resource() {
    fuel--;
    Kind kind = Kind.values()[random.nextInt(4)];
    String credentials = heldCredentials(kind);
    if (kind == Kind.CONTEXT_HANDLE && credentials == null) {
      kind = Kind.HANDLE;
    }
    String way = holds.way(kind);
    Res res = new Res(kind, holds.fresh("r"));
    boolean isLocal = !Holds.isIndirect(way);
    return holds.hold(way, res, credentials, () -> {
      if (isLocal) {
        held.push(res);
      }
      List<Stmt> body = body(2);
      if (isLocal) {
        held.pop();
      }
      return body;
    });
  }

  /** Most contexts are made from credentials that are at hand. */
  private String heldCredentials(Kind kind) {
    Kind wanted = kind == Kind.CONTEXT ? Kind.CREDENTIAL : Kind.HANDLE;
    return !kind.isContext() ? null : held.stream().filter(r -> r.kind() == wanted).findFirst().map(Res::var).orElse(null);
  }

  private List<Stmt> body(int most) {
    List<Stmt> all = new ArrayList<>();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      all.addAll(statement());
    }
    return all;
  }

  private List<Stmt> statement() {
    if (fuel-- <= 0) {
      return List.of(simple());
    }
    return switch (random.nextInt(11)) {
      case 0, 1, 2 -> resource();
      case 3 -> List.of(block("branch", "if (" + condition() + ")", body(1)));
      case 4 -> List.of(two("branch", "if (" + condition() + ")", body(1), "else", body(1)));
      case 5 -> List.of(loop());
      case 6 -> List.of(caught());
      case 7 -> List.of(block("branch", "if (" + condition() + ")", List.of(line("return", "return null;"))));
      case 8 -> List.of(block("branch", "if (" + condition() + ")", List.of(line("throw", "throw new IOException(\"t\");"))));
      default -> List.of(simple());
    };
  }

  private Stmt loop() {
    List<Stmt> body = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      body.add(block("loop", "if (" + condition() + ")", List.of(line("loop", random.nextBoolean() ? "break;" : "continue;"))));
    }
    body.addAll(body(1));
    if (random.nextInt(4) == 0) {
      body.add(block("loop", "if (" + condition() + ")", List.of(line("loop", "break;"))));
    }
    return block("loop", random.nextBoolean() ? holds.count() : "while (env.more())", body);
  }

  private Stmt caught() {
    List<Stmt> tried = new ArrayList<>(List.of(line("try", "env.risky();")));
    tried.addAll(body(1));
    List<Stmt> handler = switch (random.nextInt(3)) {
      case 0 -> List.of(line("return", "return null;"));
      case 1 -> body(1);
      default -> List.of(line("try", "env.look(e);"));
    };
    return two("try", "try", tried, "catch (IOException e)", handler);
  }

  private Stmt simple() {
    if (!held.isEmpty() && random.nextInt(3) > 0) {
      List<Res> all = List.copyOf(held);
      Res one = all.get(random.nextInt(all.size()));
      return line("use", switch (random.nextInt(6)) {
        case 0 -> "env.look(" + one.var() + ");";
        case 1 -> members.work(one.kind()) + "(env, " + one.kind().owner() + ", " + one.var() + ");";
        default -> one.use();
      });
    }
    return line("risky", "env.risky();");
  }

  private String condition() {
    return switch (random.nextInt(5)) {
      case 0 -> "a";
      case 1 -> "!b";
      case 2 -> "n > 1";
      default -> "env.choice()";
    };
  }
}
