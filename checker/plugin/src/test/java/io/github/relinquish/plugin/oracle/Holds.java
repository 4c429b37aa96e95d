package io.github.relinquish.plugin.oracle;

import static io.github.relinquish.plugin.oracle.Stmt.block;
import static io.github.relinquish.plugin.oracle.Stmt.line;
import static io.github.relinquish.plugin.oracle.Stmt.two;

import io.github.relinquish.plugin.oracle.Res.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Ways to hold a resource from its acquisition to its release, most of them right: mistakes are made afterwards, in {@link Mutation}. */
final class Holds {
  private static final String[] ANY = {"straight", "finally", "catch", "nullable", "conditional", "flag", "handed", "alias", "closure",
      "executor", "maybe"};
  private static final List<String> INDIRECT = indirect();
  private final SplittableRandom random;
  private final Members members;
  private final OwnerHolds owners;
  private int names;

  Holds(SplittableRandom random, Members members) {
    this.random = random;
    this.members = members;
    owners = new OwnerHolds(random, members, this::fresh);
  }

  /** Those that have handles first. */
  private static List<String> indirect() {
    List<String> all = new ArrayList<>(OwnerHolds.WAYS);
    all.addAll(List.of("list", "box", "with", "map", "deque", "opened"));
    return List.copyOf(all);
  }

  String fresh(String stem) {
    return stem + ++names;
  }

  String count() {
    String index = fresh("i");
    return "for (int " + index + " = 0; " + index + " < n; " + index + "++)";
  }

  /** Which way is taken for a resource. */
  String way(Kind kind) {
    int indirect = kind == Kind.CONTEXT_HANDLE ? 0 : kind == Kind.HANDLE ? OwnerHolds.WAYS.size() + 3 : INDIRECT.size();
    int at = random.nextInt(ANY.length + indirect);
    return at < ANY.length ? ANY[at] : INDIRECT.get(at - ANY.length);
  }

  /** Whether no local variable of {@code top} has the resource. */
  static boolean isIndirect(String way) {
    return INDIRECT.contains(way);
  }

  /**
   * Statements that hold one resource around {@code body}.
   *
   * @param credentials what a context is made from, or null
   */
  List<Stmt> hold(String way, Res res, String credentials, Supplier<List<Stmt>> body) {
    return switch (way) {
      case "list", "map", "deque" -> collected(way, res, credentials, body);
      case "box", "with", "opened" -> boxed(way, res, body);
      case "family", "byhand", "holder", "owners", "latch", "template" -> owners.hold(way, res, count(), body);
      case "nullable", "conditional" -> nullable(way, res, credentials, body);
      default -> begun(way, res, credentials, rest(way, res, body));
    };
  }

  private List<Stmt> rest(String way, Res res, Supplier<List<Stmt>> body) {
    return switch (way) {
      case "finally" -> List.of(two(way, "try", body.get(), "finally", List.of(release(way, res))));
      case "catch" -> List.of(guarded(way, res, body), release(way, res));
      case "flag" -> flagged(way, res, body);
      case "handed" -> List.of(
          guarded(way, res, body),
          block(way, "if (" + (random.nextBoolean() ? "a" : "env.choice()") + ")", List.of(line(way, "return " + res.var() + ";"))),
          release(way, res));
      case "alias" -> {
        Res other = new Res(res.kind(), fresh("alias"));
        yield around(line(way, res.kind().type + " " + other.var() + " = " + res.var() + ";"), body.get(), release(way, other));
      }
      case "maybe" -> {
        List<Stmt> all = new ArrayList<>(body.get());
        all.add(line(way, members.maybeDrop(res.kind()) + "(" + res.kind().owner() + ", b, " + res.var() + ");"));
        all.add(block(way, "if (!b)", List.of(release(way, res))));
        yield all;
      }
      case "closure" -> List.of(two(way, "try", body.get(), "finally", List.of(line(way,
          members.perform() + "(() -> " + res.release().replace(";", "") + ");"))));
      case "executor" -> List.of(two(way, "try", body.get(), "finally", List.of(line(way,
          "ex.execute(() -> " + members.quiet(res.kind()) + "(" + res.kind().owner() + ", " + res.var() + "));"))));
      default -> {
        List<Stmt> all = new ArrayList<>(body.get());
        all.add(release(way, res));
        yield all;
      }
    };
  }

  private static List<Stmt> around(Stmt first, List<Stmt> middle, Stmt last) {
    List<Stmt> all = new ArrayList<>(List.of(first));
    all.addAll(middle);
    all.add(last);
    return all;
  }

  private Stmt guarded(String way, Res res, Supplier<List<Stmt>> body) {
    return two(way, "try", risky(way, body.get()), "catch (IOException e)", List.of(release(way, res), line(way, "throw e;")));
  }

  private List<Stmt> flagged(String way, Res res, Supplier<List<Stmt>> body) {
    String own = fresh("own");
    List<Stmt> inner = new ArrayList<>(body.get());
    inner.add(line(way, "env.register(" + res.var() + ");"));
    inner.add(line(way, own + " = false;"));
    Stmt last = block(way, "if (" + own + ")", List.of(release(way, res)));
    return List.of(line(way, "boolean " + own + " = true;"), two(way, "try", inner, "finally", List.of(last)));
  }

  private Stmt release(String way, Res res) {
    return switch (random.nextInt(4)) {
      case 0 -> line(way, members.drop(res.kind()) + "(" + res.kind().owner() + ", " + res.var() + ");");
      case 1 -> line(way, members.quiet(res.kind()) + "(" + res.kind().owner() + ", " + res.var() + ");");
      default -> line(way, res.release());
    };
  }

  private static List<Stmt> risky(String way, List<Stmt> body) {
    List<Stmt> all = new ArrayList<>(List.of(line(way, "env.risky();")));
    all.addAll(body);
    return all;
  }

  /** The acquisition, and what follows if it succeeded. */
  private List<Stmt> begun(String way, Res res, String credentials, List<Stmt> rest) {
    List<Stmt> all = new ArrayList<>();
    if (!res.kind().isHandle()) {
      int how = credentials == null ? random.nextInt(7) : 6;
      String begin = how < 3 ? members.make(res.kind(), how) + "(env, m)"
          : how == 3 ? owners.retried(res.kind()) : Res.begin(res.kind(), "", credentials);
      all.add(line(how == 3 ? "retry" : way, res.kind().type + " " + res.var() + " = " + begin + ";"));
      if (how == 1) {
        all.add(block(way, "if (" + res.var() + " != null)", rest));
      } else {
        all.addAll(rest);
      }
      return all;
    }
    if (credentials == null && random.nextInt(8) == 0) {
      all.add(line("retry", "Handle " + res.var() + " = " + owners.retried(res.kind()) + ";"));
      all.addAll(rest);
      return all;
    }
    all.add(line(way, "Handle " + res.var() + " = new Handle();"));
    String arguments = "(sec, " + res.var() + (res.kind().isContext() ? ", " + credentials : "") + ");";
    int how = random.nextInt(7);
    if (how == 0) {
      all.add(line(way, members.fill(res.kind(), 1) + arguments));
      all.addAll(rest);
      return all;
    }
    String status = fresh("status");
    all.add(line(way, "int " + status + " = "
        + (how == 1 ? members.fill(res.kind(), 0) + arguments : Res.begin(res.kind(), res.var(), credentials) + ";")));
    return checked(way, res.kind(), status, all, rest);
  }

  private List<Stmt> checked(String way, Kind kind, String status, List<Stmt> all, List<Stmt> rest) {
    List<String> conditions = Res.statusConditions(kind, status);
    switch (random.nextInt(kind == Kind.HANDLE ? 5 : 4)) {
      case 0 -> all.add(line(way, members.check(kind) + "(" + status + ");"));
      case 1 -> all.add(block(way, "if (" + conditions.get(1) + ")", List.of(line(way, "return null;"))));
      case 2 -> all.add(block(way, "if (" + conditions.get(1) + ")", List.of(line(way, "throw new IOException(\"s\");"))));
      case 3 -> {
        all.add(block(way, "if (" + conditions.get(0) + ")", rest));
        return all;
      }
      default -> {
        List<Stmt> inner = new ArrayList<>(rest);
        inner.add(line(way, "break;"));
        all.add(block("switch", "switch (" + status + ")", List.of(new Stmt("switch",
            List.of(new Stmt.Part("case 0: {", inner), new Stmt.Part("} default: {", List.of())), "}"))));
        return all;
      }
    }
    all.addAll(rest);
    return all;
  }

  private List<Stmt> nullable(String way, Res res, String credentials, Supplier<List<Stmt>> body) {
    List<Stmt> all = new ArrayList<>();
    List<Stmt> inner = new ArrayList<>();
    String guard;
    String begin = Res.begin(res.kind(), res.var(), credentials);
    if (res.kind().isHandle()) {
      String status = fresh("status");
      all.add(line(way, "Handle " + res.var() + " = new Handle();"));
      all.add(line(way, "int " + status + " = -1;"));
      inner.add(line(way, status + " = " + begin + ";"));
      guard = Res.statusConditions(res.kind(), status).get(0);
    } else {
      all.add(line(way, res.kind().type + " " + res.var() + " = null;"));
      inner.add(line(way, res.var() + " = " + begin + ";"));
      guard = res.var() + " != null";
    }
    List<Stmt> first = List.copyOf(inner);
    Stmt last = block(way, "if (" + guard + ")", List.of(release(way, res)));
    if (way.equals("conditional")) {
      all.add(block(way, "if (" + (random.nextBoolean() ? "a" : "env.choice()") + ")", first));
      all.add(two(way, "try", risky(way, List.of()), "finally", List.of(last)));
      return all;
    }
    inner.add(block(way, "if (" + guard + ")", body.get()));
    all.add(two(way, "try", inner, "finally", List.of(last)));
    return all;
  }

  private List<Stmt> collected(String way, Res res, String credentials, Supplier<List<Stmt>> body) {
    String type = res.kind().type;
    String many = fresh("many");
    String each = fresh("each");
    String begin = Res.begin(res.kind(), res.var(), credentials);
    String quiet = members.quiet(res.kind()) + "(" + res.kind().owner() + ", ";
    List<Stmt> all = new ArrayList<>();
    List<Stmt> inner = new ArrayList<>();
    List<Stmt> last = new ArrayList<>();
    if (way.equals("map")) {
      all.add(line(way, "Map<String, " + type + "> " + many + " = new HashMap<>();"));
      inner.add(line(way, many + ".put(\"k\", " + begin + ");"));
      last.add(random.nextBoolean() ? block(way, "for (" + type + " " + each + " : " + many + ".values())", List.of(line(way, quiet + each + ");")))
          : block(way, "if (" + many + ".containsKey(\"k\"))", List.of(line(way, many + ".remove(\"k\").dispose();"))));
    } else if (way.equals("deque")) {
      all.add(line(way, "Deque<" + type + "> " + many + " = new ArrayDeque<>();"));
      inner.add(block(way, "while (env.more())", List.of(line(way, many + ".push(" + begin + ");"))));
      String poll = many + ".poll()";
      last.add(block(way, "for (" + type + " " + each + " = " + poll + "; " + each + " != null; " + each + " = " + poll + ")",
          List.of(line(way, quiet + each + ");"))));
    } else {
      all.add(line(way, "List<" + type + "> " + many + " = new ArrayList<>();"));
      inner.add(block(way, count(), added(way, res, many, begin)));
      last.add(random.nextBoolean() ? block(way, "for (" + type + " " + each + " : " + many + ")", List.of(line(way, quiet + each + ");")))
          : line(way, many + ".forEach(" + each + " -> " + quiet + each + "));"));
    }
    inner.addAll(body.get());
    all.add(two(way, "try", inner, "finally", last));
    return all;
  }

  private List<Stmt> added(String way, Res res, String many, String begin) {
    if (!res.kind().isHandle()) {
      return List.of(line(way, many + ".add(" + begin + ");"));
    }
    return List.of(line(way, "Handle " + res.var() + " = new Handle();"),
        block(way, "if (" + begin + " == 0)", List.of(line(way, many + ".add(" + res.var() + ");"))));
  }

  private List<Stmt> boxed(String way, Res res, Supplier<List<Stmt>> body) {
    String box = members.box(res.kind(), way.equals("opened"));
    String make = box + " " + res.var() + " = new " + box + "(" + res.kind().owner() + ")";
    List<Stmt> inner = new ArrayList<>();
    if (way.equals("opened")) {
      inner.add(line(way, res.var() + ".open();"));
    }
    inner.add(line(way, res.var() + ".use();"));
    inner.addAll(body.get());
    if (way.equals("with")) {
      return List.of(block(way, "try (" + make + ")", inner));
    }
    return List.of(line(way, make + ";"), two(way, "try", inner, "finally", List.of(line(way, res.var() + ".close();"))));
  }
}
