package io.github.relinquish.plugin.report;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results of units as bytes and back, so that the next build can tell of units that it does not compile again. */
final class KeptResults {
  private static final int MAGIC = 0x524c5131;
  private static final int LONGEST = 1 << 24;

  private KeptResults() {}

  /** Reads one thing; the counterpart of {@link Writer}. */
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private interface Writer<T> {
    void write(T it, DataOutputStream out) throws IOException;
  }

  static byte[] print(List<UnitResult> units) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    list(units, out, KeptResults::unit);
    out.flush();
    return bytes.toByteArray();
  }

  /** @throws IOException also where the bytes are of another version of ours or of nobody's */
  static List<UnitResult> parse(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IOException("of another version");
    }
    try {
      return list(in, KeptResults::unit);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("broken", e);
    }
  }

  private static void unit(UnitResult it, DataOutputStream out) throws IOException {
    text(it.file(), out);
    list(it.findings(), out, (finding, to) -> {
      finding(finding, to);
      list(it.fixesOf(finding), to, KeptResults::fix);
    });
    list(it.notes(), out, (note, to) -> {
      to.writeByte(note.kind().ordinal());
      site(note.site(), to);
      text(note.text(), to);
    });
  }

  private static UnitResult unit(DataInputStream in) throws IOException {
    String file = text(in);
    Map<Finding, List<Fix>> fixes = new LinkedHashMap<>();
    List<Finding> findings = list(in, from -> {
      Finding finding = finding(from);
      fixes.put(finding, list(from, KeptResults::fix));
      return finding;
    });
    return new UnitResult(file, findings, fixes,
        list(in, from -> new Note(Note.Kind.values()[from.readByte()], site(from), text(from))));
  }

  private static void finding(Finding it, DataOutputStream out) throws IOException {
    text(it.rule().title(), out);
    out.writeByte(it.severity().ordinal());
    out.writeByte(it.confidence().ordinal());
    site(it.site(), out);
    text(it.method().owner(), out);
    text(it.method().name(), out);
    text(it.method().descriptor(), out);
    text(it.kind(), out);
    text(it.message(), out);
    list(it.witness(), out, (step, to) -> {
      site(step.site(), to);
      text(step.text(), to);
      to.writeInt(step.depth());
    });
    list(it.beliefs(), out, KeptResults::text);
    text(it.fingerprint(), out);
    list(it.repairs(), out, (repair, to) -> {
      to.writeByte(repair.shape().ordinal());
      text(repair.resource(), to);
      text(repair.call(), to);
      site(repair.at(), to);
    });
  }

  private static Finding finding(DataInputStream in) throws IOException {
    String rule = text(in);
    return new Finding(RuleId.ofTitle(rule).orElseThrow(() -> new IllegalArgumentException(rule)), Severity.values()[in.readByte()],
        Confidence.values()[in.readByte()], site(in), new MethodKey(text(in), text(in), text(in)), text(in), text(in),
        list(in, from -> new WitnessStep(site(from), text(from), from.readInt())), list(in, KeptResults::text), text(in),
        list(in, from -> new Repair(Repair.Shape.values()[from.readByte()], text(from), text(from), site(from))));
  }

  private static void fix(Fix it, DataOutputStream out) throws IOException {
    text(it.description(), out);
    list(it.edits(), out, (edit, to) -> {
      text(edit.file(), to);
      for (int number : new int[] {edit.startOffset(), edit.endOffset(), edit.startLine(), edit.startColumn(), edit.endLine(), edit.endColumn()}) {
        to.writeInt(number);
      }
      text(edit.text(), to);
    });
  }

  private static Fix fix(DataInputStream in) throws IOException {
    return new Fix(text(in), list(in, from -> new Edit(text(from), from.readInt(), from.readInt(), from.readInt(), from.readInt(),
        from.readInt(), from.readInt(), text(from))));
  }

  private static void site(Site it, DataOutputStream out) throws IOException {
    text(it.file(), out);
    for (int number : new int[] {it.line(), it.column(), it.start(), it.end()}) {
      out.writeInt(number);
    }
  }

  private static Site site(DataInputStream in) throws IOException {
    return new Site(text(in), in.readInt(), in.readInt(), in.readInt(), in.readInt());
  }

  private static void text(String it, DataOutputStream out) throws IOException {
    byte[] bytes = it.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = length(in);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("cut off");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static <T> void list(List<T> all, DataOutputStream out, Writer<T> writer) throws IOException {
    out.writeInt(all.size());
    for (T it : all) {
      writer.write(it, out);
    }
  }

  private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
    List<T> all = new ArrayList<>();
    for (int i = length(in); i > 0; i--) {
      all.add(reader.read(in));
    }
    return all;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("broken");
    }
    return length;
  }
}
