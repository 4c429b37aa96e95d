package io.github.relinquish.core.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes graphs of any steps at all, for the text form; they need make no sense. */
final class RandomSteps {
  private static final String TYPE = "p.Outer$Inner";
  private static final List<String> TEXTS = List.of("", "a", "with \"quotes\"", "back\\slash", "two\nlines\r", "semi  ; 7", "= x # y");

  private final Random random;
  private final List<Variable> variables = new ArrayList<>();

  RandomSteps(Random random) {
    this.random = random;
  }

  FlowGraph graph() {
    variables.add(new Variable(0, "this", Variable.Kind.THIS, TYPE));
    variables.add(new Variable(1, "p", Variable.Kind.PARAMETER, "byte[]"));
    for (int i = 2; i < 8; i++) {
      boolean isNamed = random.nextBoolean();
      variables.add(new Variable(i, (isNamed ? "l" : "t") + i, isNamed ? Variable.Kind.LOCAL : Variable.Kind.TEMPORARY,
          i % 2 == 0 ? "int" : "java.lang.Object"));
    }
    int size = 1 + random.nextInt(5);
    List<Block> blocks = new ArrayList<>();
    for (int id = 0; id < size; id++) {
      blocks.add(block(id, size));
    }
    MethodKey key = new MethodKey(TYPE, random.nextBoolean() ? "run" : MethodKey.CONSTRUCTOR, "([BLjava/util/Map$Entry;I)V");
    return new FlowGraph(key, variables.subList(0, 2), blocks);
  }

  private Block block(int id, int size) {
    List<Step> steps = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      steps.add(step());
    }
    List<Block.Handler> handlers = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      handlers.add(new Block.Handler("java.io.IOException", random.nextInt(size)));
    }
    if (random.nextInt(3) == 0) {
      handlers.add(new Block.Handler(Block.Handler.ANY, random.nextInt(size)));
    }
    return new Block(id, steps, end(size), handlers);
  }

  private End end(int size) {
    return switch (random.nextInt(6)) {
      case 0 -> new End.Jump(site(), random.nextInt(size));
      case 1 -> new End.Branch(site(), new Condition(any(), relation(), any()), random.nextInt(size), random.nextInt(size));
      case 2 -> new End.Return(site(), any());
      case 3 -> new End.Return(site(), Variable.VOID);
      case 4 -> new End.Throw(site(), any());
      default -> new End.Stop(site());
    };
  }

  private Step step() {
    return switch (random.nextInt(16)) {
      case 0 -> new Step.Assign(site(), any(), any());
      case 1 -> new Step.Constant(site(), any(), literal());
      case 2 -> new Step.Create(site(), any(), TYPE);
      case 3 -> new Step.LoadField(site(), any(), any(), field());
      case 4 -> new Step.StoreField(site(), any(), field(), any());
      case 5 -> new Step.LoadStatic(site(), any(), field());
      case 6 -> new Step.StoreStatic(site(), field(), any());
      case 7 -> new Step.LoadElement(site(), any(), any(), any());
      case 8 -> new Step.StoreElement(site(), any(), any(), any());
      case 9 -> new Step.Length(site(), any(), any());
      case 10 -> new Step.Closure(site(), any(), "java.lang.Runnable", closureKind(), key(), List.of(any(), any()));
      case 11 -> new Step.Compare(site(), any(), any(), relation(), any());
      case 12 -> new Step.TypeTest(site(), any(), any(), TYPE);
      case 13 -> new Step.Operate(site(), any(), List.of("+", "<<", "!", "&").get(random.nextInt(4)), List.of(any(), any()));
      case 14 -> random.nextBoolean() ? new Step.Caught(site(), any()) : new Step.Havoc(site(), any(), "of a Node (kind 7), odd");
      default -> invoke();
    };
  }

  private Step invoke() {
    boolean isStatic = random.nextBoolean();
    List<Variable> operands = random.nextBoolean() ? List.of(any()) : List.of(any(), any());
    List<String> thrown = random.nextBoolean() ? List.of() : List.of("java.io.IOException", "p.Other$Problem");
    Variable target = random.nextBoolean() ? any() : Variable.VOID;
    return new Step.Invoke(site(), target, isStatic ? CallKind.STATIC : CallKind.VIRTUAL, key(), operands, thrown);
  }

  private MethodKey key() {
    return new MethodKey(TYPE, random.nextBoolean() ? "call" : "lambda$run$0", "(Ljava/util/List;[[I)Lp/Outer$Inner;");
  }

  private CallKind closureKind() {
    return CallKind.values()[random.nextInt(CallKind.values().length)];
  }

  private Literal literal() {
    return switch (random.nextInt(4)) {
      case 0 -> Literal.NULL;
      case 1 -> new Literal.Int(random.nextLong());
      case 2 -> new Literal.Opaque("1.5e-3f");
      default -> new Literal.Text(TEXTS.get(random.nextInt(TEXTS.size())));
    };
  }

  private FieldKey field() {
    return new FieldKey(TYPE, random.nextBoolean() ? "f" : "FIELD$1");
  }

  private Relation relation() {
    return Relation.values()[random.nextInt(Relation.values().length)];
  }

  private Variable any() {
    return variables.get(random.nextInt(variables.size()));
  }

  private Site site() {
    return random.nextBoolean() ? Site.UNKNOWN : new Site("A.java", 1 + random.nextInt(99), 0, -1, -1);
  }
}
