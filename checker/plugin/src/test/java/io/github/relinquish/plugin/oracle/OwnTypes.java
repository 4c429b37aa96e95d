package io.github.relinquish.plugin.oracle;

import static io.github.relinquish.plugin.oracle.Stmt.block;
import static io.github.relinquish.plugin.oracle.Stmt.line;
import static io.github.relinquish.plugin.oracle.Stmt.two;

import io.github.relinquish.plugin.oracle.Res.Kind;
import java.util.ArrayList;
import java.util.List;

/** Types of the program's own that have a resource behind an interface, a base class, a type parameter or a flag. */
final class OwnTypes {
  private static final String THROWS = " throws IOException, GSSException";
  private static final String TAG = "class";
  private final Members members;

  OwnTypes(Members members) {
    this.members = members;
  }

  private String type(String name, String head, List<Stmt> body) {
    return members.add(name, block(TAG, "static " + head, body));
  }

  private static Stmt method(String head, String... lines) {
    return block(TAG, head + THROWS, List.of(lines).stream().map(l -> line(TAG, l)).toList());
  }

  /** What all owners are, whatever they have. */
  private String owner() {
    return members.add("Owner", block(TAG, "interface Owner extends AutoCloseable",
        List.of(line(TAG, "void use()" + THROWS + ";"), line(TAG, "void close()" + THROWS + ";"))));
  }

  /** Fields and the constructor that acquires. */
  private static List<Stmt> acquiring(String name, Kind kind) {
    List<Stmt> body = new ArrayList<>();
    body.add(line(TAG, "private final " + kind.ownerType() + ";"));
    body.add(line(TAG, "private final " + kind.type + " it" + (kind.isHandle() ? " = new Handle();" : ";")));
    String begin = Res.begin(kind, "it", null);
    Stmt acquire = kind.isHandle() ? block(TAG, "if (" + begin + " != 0)", List.of(line(TAG, "throw new IOException(\"own\");")))
        : line(TAG, "it = " + begin + ";");
    body.add(block(TAG, name + "(" + kind.ownerType() + ")" + THROWS,
        List.of(line(TAG, "this." + kind.owner() + " = " + kind.owner() + ";"), acquire)));
    return body;
  }

  private static Stmt using(Kind kind) {
    return method("public void use()", new Res(kind, "it").use());
  }

  /** Acquires in its constructor, releases in {@code close()}. */
  String releasing(Kind kind) {
    String name = kind.suffix + "Owner";
    List<Stmt> body = acquiring(name, kind);
    body.add(using(kind));
    body.add(method("public void close()", new Res(kind, "it").release()));
    return type(name, "final class " + name + " implements " + owner(), body);
  }

  /** The same, by a method that its base class calls once. */
  String ending(Kind kind) {
    String name = kind.suffix + "Ending";
    type("Base", "abstract class Base implements " + owner(), List.of(
        line(TAG, "private boolean closed;"),
        block(TAG, "public final void close()" + THROWS,
            List.of(block(TAG, "if (!closed)", List.of(line(TAG, "closed = true;"), line(TAG, "end();"))))),
        line(TAG, "protected abstract void end()" + THROWS + ";")));
    List<Stmt> body = acquiring(name, kind);
    body.add(using(kind));
    body.add(method("protected void end()", new Res(kind, "it").release()));
    return type(name, "final class " + name + " extends Base", body);
  }

  /** Has another owner. */
  String wrapper() {
    return type("Wrapper", "final class Wrapper implements " + owner(), List.of(
        line("wrapper", "private final Owner inner;"),
        block(TAG, "Wrapper(Owner inner)", List.of(line(TAG, "this.inner = inner;"))),
        method("public void use()", "inner.use();"),
        method("public void close()", "inner.close();")));
  }

  /** Has nothing. */
  String idle() {
    return type("Idle", "final class Idle implements " + owner(), List.of(method("public void use()"), method("public void close()")));
  }

  /** A method that answers an owner; {@code how} 0: or one that has nothing; 1: wrapped or not; 2: used before. */
  String open(Kind kind, int how) {
    String name = "open" + kind.suffix + how;
    String made = "new " + releasing(kind) + "(" + kind.owner() + ")";
    List<Stmt> body = new ArrayList<>();
    if (how == 0) {
      body.add(block("method", "if (env.choice())", List.of(line("method", "return new " + idle() + "();"))));
      body.add(line("method", "return " + made + ";"));
    } else {
      body.add(line("method", "Owner made = " + made + ";"));
      body.add(how == 1 ? block("method", "if (env.choice())", List.of(line("method", "return new " + wrapper() + "(made);")))
          : two("method", "try", List.of(line("method", "made.use();")), "catch (GSSException e)",
              List.of(line("method", "made.close();"), line("method", "throw e;"))));
      body.add(line("method", "return made;"));
    }
    return members.add(name,
        block("method", "static Owner " + name + "(Env env, " + kind.ownerType() + ")" + THROWS, body));
  }

  /** Closes an owner and throws nothing. */
  String quiet() {
    owner();
    return members.add("quietly", block("method", "static void quietly(Owner it)", List.of(two("method", "try",
        List.of(line("method", "it.close();")), "catch (IOException | GSSException e)", List.of(line("method", "it.toString();"))))));
  }

  /** Works with an owner. */
  String work() {
    owner();
    return members.add("workOwner", block("method", "static void workOwner(Env env, Owner it)" + THROWS,
        List.of(line("method", "env.risky();"), line("method", "it.use();"))));
  }

  /** Has something that can be closed, whatever it is. */
  String holder() {
    return type("Holder", "final class Holder<T extends AutoCloseable> implements AutoCloseable", List.of(
        line(TAG, "private final T value;"),
        block(TAG, "Holder(T value)", List.of(line(TAG, "this.value = value;"))),
        block(TAG, "T get()", List.of(line(TAG, "return value;"))),
        block(TAG, "public void close() throws IOException", List.of(two(TAG, "try", List.of(line(TAG, "value.close();")),
            "catch (Exception e)", List.of(line(TAG, "throw new IOException(\"holder\");")))))));
  }

  /** Knows whether it is closed; {@code how} 0: before it releases; 1: afterwards; 2: by a swap. */
  String latch(Kind kind, int how) {
    String name = kind.suffix + List.of("Latch", "Later", "Swap").get(how);
    List<Stmt> body = acquiring(name, kind);
    Stmt flag = line(TAG, "closed = true;");
    Stmt release = line(TAG, new Res(kind, "it").release());
    body.add(line(TAG, how == 2 ? "private final AtomicBoolean closed = new AtomicBoolean();" : "private boolean closed;"));
    body.add(block(TAG, "public void use()" + THROWS, List.of(
        block(TAG, how == 2 ? "if (closed.get())" : "if (closed)", List.of(line(TAG, "throw new IllegalStateException(\"closed\");"))),
        line(TAG, new Res(kind, "it").use()))));
    List<Stmt> close = switch (how) {
      case 0 -> List.of(block(TAG, "if (closed)", List.of(line(TAG, "return;"))), flag, release);
      case 1 -> List.of(block(TAG, "if (!closed)", List.of(release, flag)));
      default -> List.of(block(TAG, "if (closed.compareAndSet(false, true))", List.of(release)));
    };
    body.add(block(TAG, "public void close()" + THROWS, close));
    return type(name, "final class " + name + " implements " + owner(), body);
  }

  /** A class whose method acquires by one method of its own, works by another and releases; {@code how}: which subclass. */
  String task(Kind kind, int how) {
    String base = "Task" + kind.suffix;
    String parameters = "(" + kind.ownerType() + (kind.isHandle() ? ", Handle it)" : ")");
    String arguments = "(" + kind.owner() + (kind.isHandle() ? ", it)" : ")");
    String begin = "begin" + parameters;
    String end = "end(" + kind.ownerType() + ", " + kind.type + " it)";
    String work = "void work(Env env, " + kind.ownerType() + ", " + kind.type + " it)";
    List<Stmt> run = new ArrayList<>();
    if (kind.isHandle()) {
      run.add(line(TAG, "Handle it = new Handle();"));
      run.add(block(TAG, "if (begin" + arguments + " != 0)", List.of(line(TAG, "throw new IOException(\"task\");"))));
    } else {
      run.add(line(TAG, kind.type + " it = begin" + arguments + ";"));
    }
    run.add(two(TAG, "try", List.of(line(TAG, "work(env, " + kind.owner() + ", it);")), "finally",
        List.of(line(TAG, "end(" + kind.owner() + ", it);"))));
    String result = kind.isHandle() ? "int " : kind.type + " ";
    type(base, "abstract class " + base, List.of(
        block(TAG, "final void run(Env env, " + kind.ownerType() + ")" + THROWS, run),
        line(TAG, "protected abstract " + result + begin + THROWS + ";"),
        line(TAG, "protected abstract " + work + THROWS + ";"),
        method("protected void " + end, new Res(kind, "it").release())));
    List<Stmt> body = new ArrayList<>();
    body.add(method("protected " + result + begin, "return " + Res.begin(kind, "it", null) + ";"));
    body.add(method("protected " + work, how == 0 ? new Res(kind, "it").use() : "env.risky();"));
    if (how == 2) {
      body.add(method("protected void " + end, new Res(kind, "it").release()));
    }
    String name = base + how;
    return type(name, "final class " + name + " extends " + base, body);
  }

  /** A method that lets a closure make something, once or twice. */
  String retry() {
    members.add("Maker", block(TAG, "interface Maker<T>", List.of(line(TAG, "T make()" + THROWS + ";"))));
    return members.add("retry", block("method", "static <T> T retry(Maker<T> maker)" + THROWS, List.of(
        two("method", "try", List.of(line("method", "return maker.make();")), "catch (IOException e)",
            List.of(line("method", "return maker.make();"))))));
  }

  /** A method that answers a new handle. */
  String filled() {
    return members.add("filled", block("method", "static Handle filled(Sec sec) throws IOException", List.of(
        line("method", "Handle made = new Handle();"),
        line("method", members.check(Kind.HANDLE) + "(" + Res.begin(Kind.HANDLE, "made", null) + ");"),
        line("method", "return made;"))));
  }
}
