package io.github.relinquish.plugin.oracle;

import static io.github.relinquish.plugin.oracle.Stmt.block;
import static io.github.relinquish.plugin.oracle.Stmt.line;
import static io.github.relinquish.plugin.oracle.Stmt.two;

import io.github.relinquish.plugin.oracle.Res.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Ways to hold a resource in an object of the program's own types. */
final class OwnerHolds {
  static final List<String> WAYS = List.of("family", "byhand", "holder", "owners", "latch", "template");
  private final SplittableRandom random;
  private final OwnTypes types;
  private final UnaryOperator<String> fresh;

  /** @param fresh a name that nobody has, from its stem */
  OwnerHolds(SplittableRandom random, Members members, UnaryOperator<String> fresh) {
    this.random = random;
    this.fresh = fresh;
    types = new OwnTypes(members);
  }

  /** Statements that hold one around {@code body}; {@code count} is the head of a loop. */
  List<Stmt> hold(String way, Res res, String count, Supplier<List<Stmt>> body) {
    return switch (way) {
      case "family" -> List.of(block(way, "try (Owner " + res.var() + " = " + made(res.kind()) + ")", used(way, res, body)));
      case "holder" -> held(res, body);
      case "owners" -> many(res, count, body);
      case "latch" -> latched(res, body);
      case "template" -> template(res, body);
      default -> byHand(way, res, body);
    };
  }

  /** An expression: something that a closure made. */
  String retried(Kind kind) {
    return types.retry() + "(() -> "
        + (kind.isHandle() ? types.filled() + "(sec)" : Res.begin(kind, "", null)) + ")";
  }

  /** An expression: a new owner. */
  private String made(Kind kind) {
    String plain = "new " + types.releasing(kind) + "(" + kind.owner() + ")";
    int how = random.nextInt(8);
    return switch (how) {
      case 0 -> plain;
      case 1 -> "new " + types.wrapper() + "(" + plain + ")";
      case 7 -> "new " + types.latch(kind, random.nextInt(3)) + "(" + kind.owner() + ")";
      case 6 -> types.retry() + "(() -> " + plain + ")";
      case 2 -> "new " + types.ending(kind) + "(" + kind.owner() + ")";
      default -> types.open(kind, how - 3) + "(env, " + kind.owner() + ")";
    };
  }

  private List<Stmt> used(String way, Res res, Supplier<List<Stmt>> body) {
    List<Stmt> all = new ArrayList<>();
    all.add(line(way, random.nextInt(3) == 0 ? types.work() + "(env, " + res.var() + ");" : res.var() + ".use();"));
    all.addAll(body.get());
    return all;
  }

  private List<Stmt> byHand(String way, Res res, Supplier<List<Stmt>> body) {
    String owner = "Owner " + res.var() + " = ";
    String made = made(res.kind());
    Stmt close = line(way, random.nextInt(3) == 0 ? types.quiet() + "(" + res.var() + ");" : res.var() + ".close();");
    List<Stmt> inner = used(way, res, body);
    switch (random.nextInt(3)) {
      case 0 -> {
        return List.of(line(way, owner + made + ";"), two(way, "try", inner, "finally", List.of(close)));
      }
      case 1 -> {
        inner.add(0, line(way, res.var() + " = " + made + ";"));
        return List.of(line(way, owner + "null;"),
            two(way, "try", inner, "finally", List.of(block(way, "if (" + res.var() + " != null)", List.of(close)))));
      }
      default -> {
        List<Stmt> handler = List.of(line(way, types.quiet() + "(" + res.var() + ");"), line(way, "throw e;"));
        return List.of(line(way, owner + made + ";"), two(way, "try", inner, "catch (IOException | GSSException e)", handler), close);
      }
    }
  }

  private List<Stmt> held(Res res, Supplier<List<Stmt>> body) {
    String way = "holder";
    boolean isOwner = random.nextBoolean();
    Kind kind = res.kind();
    String type = isOwner ? "Owner" : types.releasing(kind);
    String made = isOwner ? made(kind) : "new " + type + "(" + kind.owner() + ")";
    String holder = types.holder() + "<" + type + "> " + res.var() + " = new Holder<>(" + made + ")";
    List<Stmt> inner = new ArrayList<>(List.of(line(way, res.var() + ".get().use();")));
    inner.addAll(body.get());
    return closed(way, holder, res, inner);
  }

  private List<Stmt> closed(String way, String declared, Res res, List<Stmt> inner) {
    return random.nextBoolean() ? List.of(block(way, "try (" + declared + ")", inner))
        : List.of(line(way, declared + ";"), two(way, "try", inner, "finally", List.of(line(way, res.var() + ".close();"))));
  }

  private List<Stmt> many(Res res, String count, Supplier<List<Stmt>> body) {
    String way = "owners";
    String many = fresh.apply("many");
    String each = fresh.apply("each");
    List<Stmt> inner = new ArrayList<>();
    inner.add(block(way, count, List.of(line(way, many + ".add(" + made(res.kind()) + ");"))));
    inner.addAll(body.get());
    String quiet = types.quiet() + "(" + each + ")";
    Stmt last = switch (random.nextInt(3)) {
      case 0 -> block(way, "for (Owner " + each + " : " + many + ")", List.of(line(way, quiet + ";")));
      case 1 -> block(way, "for (Owner " + each + " : " + many + ")", List.of(line(way, each + ".close();")));
      default -> line(way, many + ".forEach(" + each + " -> " + quiet + ");");
    };
    return List.of(line(way, "List<Owner> " + many + " = new ArrayList<>();"), two(way, "try", inner, "finally", List.of(last)));
  }

  private List<Stmt> latched(Res res, Supplier<List<Stmt>> body) {
    String way = "latch";
    String type = types.latch(res.kind(), random.nextInt(3));
    List<Stmt> inner = new ArrayList<>(List.of(line(way, res.var() + ".use();")));
    inner.addAll(body.get());
    if (random.nextBoolean()) {
      inner.add(line(way, res.var() + ".close();"));
    }
    return closed(way, type + " " + res.var() + " = new " + type + "(" + res.kind().owner() + ")", res, inner);
  }

  private List<Stmt> template(Res res, Supplier<List<Stmt>> body) {
    String way = "template";
    Kind kind = res.kind();
    int how = random.nextInt(3);
    String one = "new " + types.task(kind, how) + "()";
    String other = "new " + types.task(kind, (how + 1) % 3) + "()";
    String run = ".run(env, " + kind.owner() + ");";
    List<Stmt> all = new ArrayList<>();
    if (random.nextBoolean()) {
      all.add(line(way, one + run));
    } else {
      all.add(line(way, "Task" + kind.suffix + " " + res.var() + " = a ? " + one + " : " + other + ";"));
      all.add(line(way, res.var() + run));
    }
    all.addAll(body.get());
    return all;
  }
}
