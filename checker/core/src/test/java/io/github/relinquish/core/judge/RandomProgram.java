package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.GraphText;
import java.util.List;
import java.util.Random;

/**
 * Makes one small graph that acquires, tests, copies, overwrites, releases and throws at random; the same seed, the same text. Every
 * step has a line of its own.
 */
final class RandomProgram {
  private static final List<String> HANDLES = List.of("h", "g");
  private static final List<String> BOXES = List.of("o", "q");
  private static final List<String> FLAGS = List.of("f", "k");

  private final Random random;
  private final StringBuilder text = new StringBuilder("graph Main#run()\n");
  private int line;

  private RandomProgram(long seed) {
    random = new Random(seed);
  }

  /** The text form of a graph. */
  static String text(long seed) {
    return new RandomProgram(seed).make();
  }

  static FlowGraph parse(String text) {
    return GraphText.parse("Main.java", 0, text.lines().toList());
  }

  private String make() {
    int size = 3 + random.nextInt(6);
    text.append("b0:\n");
    for (String name : List.of("h = null", "g = null", "o = new Box", "q = new Box", "rc = 0", "f = 0", "k = 1")) {
      step(name);
    }
    step("goto b1");
    for (int id = 1; id < size; id++) {
      block(id, size);
    }
    text.append('b').append(size).append(":\n");
    step("return");
    text.append('b').append(size + 1).append(":\n");
    step("e = caught java.io.IOException");
    step(random.nextBoolean() ? "goto b" + size : "goto b" + (1 + random.nextInt(size)));
    return text.toString();
  }

  private void block(int id, int size) {
    boolean isGuarded = random.nextInt(3) == 0;
    text.append('b').append(id).append(':').append(isGuarded ? " on java.io.IOException -> b" + (size + 1) : "").append('\n');
    for (int i = random.nextInt(3); i >= 0; i--) {
      step(randomStep());
    }
    end(id, size);
  }

  private void end(int id, int size) {
    int next = target(id, size);
    int other = target(id, size);
    String branch = " then b" + next + " else b" + other;
    switch (random.nextInt(9)) {
      case 0, 1 -> step("goto b" + next);
      case 2 -> step("if rc == 0" + branch);
      case 3 -> step("if rc " + pick(List.of("!=", "<", ">=")) + " " + pick(List.of("0", "5")) + branch);
      case 4, 5 -> step("if " + pick(HANDLES) + " " + pick(List.of("==", "!=")) + " null" + branch);
      case 6, 7 -> step("if " + pick(FLAGS) + " != 0" + branch);
      default -> {
        if (random.nextInt(3) > 0) {
          step("return" + (random.nextBoolean() ? "" : " " + pick(HANDLES)));
        } else {
          step("e = new java.io.IOException");
          step("throw e");
        }
      }
    }
  }

  /** Forward most of the time, sometimes back. */
  private int target(int id, int size) {
    return random.nextInt(5) == 0 ? 1 + random.nextInt(size - 1) : id + 1 + random.nextInt(size - id);
  }

  private String randomStep() {
    return switch (random.nextInt(17)) {
      case 0, 1 -> pick(HANDLES) + " = invoke Api#open()";
      case 2 -> pick(HANDLES) + " = invoke Api#tryOpen()";
      case 3, 4 -> "rc = invoke Api#acquire:int(" + pick(BOXES) + ")";
      case 5, 6 -> "invoke Api#close(" + pick(HANDLES) + ")";
      case 7 -> "invoke Api#close(" + pick(BOXES) + ")";
      case 8 -> "invoke Api#use(" + pick(HANDLES) + ")";
      case 9 -> pick(HANDLES) + " = " + pick(random.nextBoolean() ? HANDLES : BOXES);
      case 10 -> pick(HANDLES) + " = null";
      case 11 -> pick(FLAGS) + " = " + random.nextInt(2);
      case 12 -> pick(FLAGS) + " = invoke Api#flip:boolean()";
      case 13 -> pick(FLAGS) + " = rc " + pick(List.of("==", "!=", "<")) + " 0";
      case 14 -> pick(FLAGS) + " = " + pick(HANDLES) + " != null";
      case 15 -> "invoke Api#work()";
      default -> pick(HANDLES) + " = invoke Api#openOrThrow()";
    };
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private void step(String step) {
    text.append("  ").append(step).append("  ; ").append(++line).append('\n');
  }
}
