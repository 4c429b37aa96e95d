package io.github.relinquish.classfile;

import io.github.relinquish.core.program.Scope;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Reads class files. */
public final class ClassReading {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int HEADER = 10;
  private static final int MAJOR_OFFSET = 6;
  private static final int NEWEST_KNOWN = Opcodes.V26 & 0xFFFF;

  private ClassReading() {}

  /** Reads a class that stands alone: exceptions of callees and declaring classes of fields are not known. */
  public static ClassModel read(byte[] bytes, Scope scope) throws UnreadableClass {
    return read(bytes, scope, References.NONE);
  }

  /**
   * Reads one class.
   *
   * @param bytes a class file of any version; not changed
   * @param scope what the shape will say of it
   * @param references answers for the other classes that bodies name
   * @throws UnreadableClass where the bytes are no class file or break its format
   */
  public static ClassModel read(byte[] bytes, Scope scope, References references) throws UnreadableClass {
    return read(bytes, scope, references, () -> bytes);
  }

  /**
   * The same for bytes that need not be kept.
   *
   * @param again gives the same bytes once more; {@link MalformedCode} where that fails
   */
  static ClassModel read(byte[] bytes, Scope scope, References references, Supplier<byte[]> again) throws UnreadableClass {
    if (bytes.length < HEADER || intAt(bytes) != MAGIC) {
      throw new UnreadableClass("not a class file");
    }
    int major = major(bytes);
    try {
      return new ClassModel(() -> reader(again.get()), ShapeReading.read(reader(bytes), scope), references);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      // ASM trusts its input: broken bytes surface as whatever they break first, its own assertions included.
      String version = major > NEWEST_KNOWN ? " (class file version " + major + " is newer than those known)" : "";
      throw new UnreadableClass("broken class file" + version + ": " + e, e);
    }
  }

  private static ClassReader reader(byte[] bytes) {
    return new ClassReader(major(bytes) > NEWEST_KNOWN ? patched(bytes) : bytes);
  }

  private static int major(byte[] bytes) {
    return (bytes[MAJOR_OFFSET] & 0xFF) << 8 | bytes[MAJOR_OFFSET + 1] & 0xFF;
  }

  /** The format has only ever grown: a class of a later version mostly reads as one of the newest version known. */
  private static byte[] patched(byte[] bytes) {
    byte[] copy = bytes.clone();
    copy[MAJOR_OFFSET] = (byte) (NEWEST_KNOWN >> 8);
    copy[MAJOR_OFFSET + 1] = (byte) NEWEST_KNOWN;
    return copy;
  }

  private static int intAt(byte[] bytes) {
    return (bytes[0] & 0xFF) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
  }
}
