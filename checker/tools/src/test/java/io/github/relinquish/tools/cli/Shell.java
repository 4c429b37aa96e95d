package io.github.relinquish.tools.cli;

import io.github.relinquish.tools.run.Engine;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command line in process. */
record Shell(int code, String out, String err) {
  static Shell run(String... arguments) {
    return run(ToyJudge.engine(), arguments);
  }

  static Shell run(Engine engine, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.commandLine(engine, new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
    return new Shell(code, out.toString(), err.toString());
  }

  @Override public String toString() {
    return "exit code " + code + "\n" + out + "\n" + err;
  }
}
