import java.util.*;
class T1 { int f = 3; static String S = "x".trim(); { f++; } 
 T1() { f = 4; }
 boolean and(boolean a, Object b) { boolean r = a && b != null; if (a && !(b == null || r)) return r; return !a; }
 int tern(int a) { int x = a > 0 ? a : -a; x += 2; x++; int[] q = {1, x}; q[x++] += 3; q[0]++; f += 3; Integer w = x; int z = w; String s = "a" + z; s += z; return x; }
 void loop(List<String> l, int[] arr) { for (String s : l) { s.length(); } for (int i : arr) f = i; }
 int sw(int k, String s) { switch (k) { case 1: f = 1; case 2: f = 2; break; default: f = 3; } 
   return switch (s) { case "a", "b" -> 1; case "c" -> { yield 2; } default -> k; }; }
 void tryf(AutoCloseable c, Object o) throws Exception { try (AutoCloseable d = c) { d.hashCode(); } catch (IllegalStateException | java.io.IOException e) { o.wait(); } finally { f = 9; } 
   synchronized (o) { o.notify(); } assert f > 0 : "m"; }
 void inst(Object o) { if (o instanceof String s && s.length() > 0) return; Runnable r = () -> f = 3; java.util.function.Supplier<String> q = o::toString; Object an = new Object() { int h = f; public String toString() { return "" + o + f; } }; T1.this.f = 3; String.format("x", o, 1); super.toString(); throw new RuntimeException(); }
 enum E { A, B { void x() {} } }
 record R(int a, String b) { R { if (a < 0) throw new IllegalArgumentException(); } }
 int esw(E e) { switch (e) { case A -> { return 1; } case B -> f = 2; } return 0; }
}
