package io.github.relinquish.plugin.oracle;

import io.github.relinquish.plugin.oracle.Res.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Methods and classes besides {@code top}, each made when it is first asked for. */
final class Members {
  private static final String THROWS = " throws IOException, GSSException";
  private final Map<String, Stmt> made = new LinkedHashMap<>();

  List<Stmt> all() {
    return new ArrayList<>(made.values());
  }

  /** Adds a method or type unless there is one of that name, which it answers. */
  String add(String name, Stmt member) {
    made.putIfAbsent(name, member);
    return name;
  }

  private String method(String name, String head, List<Stmt> body) {
    made.putIfAbsent(name, Stmt.block("method", "static " + head + THROWS, body));
    return name;
  }

  private static Stmt line(String text) {
    return Stmt.line("method", text);
  }

  /** Releases its argument. */
  String drop(Kind kind) {
    return method("drop" + kind.suffix, "void drop" + kind.suffix + "(" + kind.ownerType() + ", " + kind.type + " it)",
        List.of(Stmt.block("method", "if (it != null)", List.of(line(new Res(kind, "it").release())))));
  }

  /** Releases its argument and throws nothing. */
  String quiet(Kind kind) {
    String name = "quiet" + kind.suffix;
    Stmt release = line(new Res(kind, "it").release());
    Stmt body = kind.isHandle() ? release
        : Stmt.two("method", "try", List.of(release), "catch (GSSException e)", List.of(line("it.toString();")));
    made.putIfAbsent(name, Stmt.block("method", "static void " + name + "(" + kind.ownerType() + ", " + kind.type + " it)", List.of(body)));
    return name;
  }

  /** Releases its argument if told to. */
  String maybeDrop(Kind kind) {
    return method("maybeDrop" + kind.suffix,
        "void maybeDrop" + kind.suffix + "(" + kind.ownerType() + ", boolean really, " + kind.type + " it)",
        List.of(Stmt.block("method", "if (really)", List.of(line(new Res(kind, "it").release())))));
  }

  /** Throws unless the status says that there is something. */
  String check(Kind kind) {
    String name = kind == Kind.HANDLE ? "check" : "checkPart";
    return add(name, Stmt.block("method", "static void " + name + "(int status) throws IOException", List.of(Stmt.block("method",
        "if (" + Res.statusConditions(kind, "status").get(1) + ")", List.of(line("throw new IOException(\"status\");"))))));
  }

  /** Returns a new one; {@code how} 0: that is all; 1: or null; 2: works with it before. */
  String make(Kind kind, int how) {
    String name = "make" + kind.suffix + how;
    List<Stmt> body = new ArrayList<>();
    if (how == 1) {
      body.add(Stmt.block("method", "if (env.choice())", List.of(line("return null;"))));
    }
    if (how < 2) {
      body.add(line("return " + Res.begin(kind, "", null) + ";"));
    } else {
      body.add(line(kind.type + " made = " + Res.begin(kind, "", null) + ";"));
      body.add(Stmt.two("method", "try", List.of(line("env.risky();")), "catch (IOException e)",
          List.of(line(new Res(kind, "made").release()), line("throw e;"))));
      body.add(line("return made;"));
    }
    return method(name, kind.type + " " + name + "(Env env, GSSManager m)", body);
  }

  /** Fills in a handle; {@code how} 0: returns the status; 1: throws if there is none. */
  String fill(Kind kind, int how) {
    String name = "fill" + kind.suffix + how;
    String credentials = kind.isContext() ? ", Handle cred" : "";
    List<Stmt> body = new ArrayList<>();
    String begin = Res.begin(kind, "it", "cred");
    if (how == 0) {
      body.add(line("return " + begin + ";"));
    } else {
      body.add(line("int status = " + begin + ";"));
      body.add(line(check(kind) + "(status);"));
    }
    return method(name, (how == 0 ? "int " : "void ") + name + "(Sec sec, Handle it" + credentials + ")", body);
  }

  /** Works with its argument. */
  String work(Kind kind) {
    return method("work" + kind.suffix, "void work" + kind.suffix + "(Env env, " + kind.ownerType() + ", " + kind.type + " it)",
        List.of(line("env.risky();"), line(new Res(kind, "it").use())));
  }

  /** A class that has one: made in the constructor, or by {@code open()}. */
  String box(Kind kind, boolean opens) {
    String name = "Box" + kind.suffix + (opens ? "Opened" : "");
    String begin = Res.begin(kind, "it", null);
    Stmt acquire = kind.isHandle() ? Stmt.block("class", "if (" + begin + " != 0)", List.of(line("throw new IOException(\"box\");")))
        : line("it = " + begin + ";");
    List<Stmt> body = new ArrayList<>();
    body.add(line("private final " + kind.ownerType() + ";"));
    body.add(line("private " + kind.type + " it" + (kind.isHandle() ? " = new Handle();" : ";")));
    List<Stmt> init = new ArrayList<>(List.of(line("this." + kind.owner() + " = " + kind.owner() + ";")));
    if (!opens) {
      init.add(acquire);
    }
    body.add(Stmt.block("class", name + "(" + kind.ownerType() + ")" + THROWS, init));
    if (opens) {
      body.add(Stmt.block("class", "void open()" + THROWS, List.of(Stmt.block("class", "if (it == null)", List.of(acquire)))));
    }
    body.add(Stmt.block("class", "void use()" + THROWS, List.of(line(new Res(kind, "it").use()))));
    Stmt release = line(new Res(kind, "it").release());
    body.add(Stmt.block("class", "public void close()" + THROWS,
        List.of(opens ? Stmt.block("class", "if (it != null)", List.of(release, line("it = null;"))) : release)));
    made.putIfAbsent(name, Stmt.block("class", "static final class " + name + " implements AutoCloseable", body));
    return name;
  }

  /** Runs a closure at once. */
  String perform() {
    made.putIfAbsent("Action", Stmt.block("closure", "interface Action", List.of(line("void act()" + THROWS + ";"))));
    return method("perform", "void perform(Action action)", List.of(line("action.act();")));
  }
}
