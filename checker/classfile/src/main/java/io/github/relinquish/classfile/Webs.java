package io.github.relinquish.classfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Which loads and stores of a slot belong together because a value flows from one to the other (the webs of register
 * allocation). Needed where debug information covers them only in part.
 *
 * <p>A slot that is live where a block begins has a node there; what reaches the block is joined with it. So the work is
 * in the number of blocks and slots, not in pairs of definitions and uses.
 */
final class Webs {
  private static final long MOST_NODES = 4_000_000;

  private final MethodCode code;
  private final int[] starts;
  private final Map<SlotKey, Integer> keys = new TreeMap<>();
  private final List<List<Integer>> successors = new ArrayList<>();
  private final List<List<Integer>> handlers = new ArrayList<>();
  private final BitSet[] live;
  private final int[] parent;
  private final int[] accesses;

  private Webs(MethodCode code, int[] starts, Map<SlotKey, Integer> keys) {
    this.code = code;
    this.starts = starts;
    this.keys.putAll(keys);
    for (int block = 0; block < starts.length; block++) {
      successors.add(successors(block));
      handlers.add(handlers(block));
    }
    this.live = liveAtEntries();
    this.parent = new int[starts.length * keys.size() + code.size()];
    Arrays.setAll(parent, i -> i);
    this.accesses = new int[code.size()];
    for (int block = 0; block < starts.length; block++) {
      connect(block);
    }
  }

  /** Empty for code so large that only names of variables are not worth the work. */
  static Optional<Webs> of(MethodCode code) {
    Map<SlotKey, Integer> keys = new TreeMap<>();
    List<Integer> starts = new ArrayList<>();
    for (int at = 0; at < code.size(); at++) {
      SlotKey.accessedBy(code.at(at)).ifPresent(key -> keys.putIfAbsent(key, keys.size()));
      if (code.isLeader(at)) {
        starts.add(at);
      }
    }
    boolean isTooLarge = (long) starts.size() * keys.size() > MOST_NODES;
    return isTooLarge
        ? Optional.empty() : Optional.of(new Webs(code, starts.stream().mapToInt(i -> i).toArray(), keys));
  }

  /** The web of the access at {@code position}. */
  int webAt(int position) {
    return find(accesses[position]);
  }

  /** The web of the value that a slot has when the method begins; empty where nothing reads or writes it. */
  Optional<Integer> webAtEntry(SlotKey key) {
    return Optional.ofNullable(keys.get(key)).map(k -> find(entryNode(0, k)));
  }

  private int endOf(int block) {
    return block + 1 < starts.length ? starts[block + 1] : code.size();
  }

  private int blockAt(int position) {
    return Arrays.binarySearch(starts, position);
  }

  private List<Integer> successors(int block) {
    return code.successors(endOf(block) - 1).stream().map(this::blockAt).filter(b -> b >= 0).toList();
  }

  private List<Integer> handlers(int block) {
    return code.covering(starts[block]).stream().map(t -> blockAt(code.position(t.handler))).distinct().toList();
  }

  private BitSet[] liveAtEntries() {
    BitSet[] atEntry = new BitSet[starts.length];
    Arrays.setAll(atEntry, i -> new BitSet());
    boolean isStable = false;
    while (!isStable) {
      isStable = true;
      for (int block = starts.length - 1; block >= 0; block--) {
        BitSet before = liveBefore(block, atEntry);
        if (!before.equals(atEntry[block])) {
          atEntry[block] = before;
          isStable = false;
        }
      }
    }
    return atEntry;
  }

  private BitSet liveBefore(int block, BitSet[] atEntry) {
    BitSet now = new BitSet();
    successors.get(block).forEach(s -> now.or(atEntry[s]));
    for (int at = endOf(block) - 1; at >= starts[block]; at--) {
      AbstractInsnNode node = code.at(at);
      SlotKey.accessedBy(node).ifPresent(key -> now.set(keys.get(key), !SlotKey.isStore(node)));
    }
    // An exception may come before the first store of the block.
    handlers.get(block).forEach(h -> now.or(atEntry[h]));
    return now;
  }

  private void connect(int block) {
    int[] current = new int[keys.size()];
    for (int key = 0; key < current.length; key++) {
      current[key] = entryNode(block, key);
      reach(handlers.get(block), key, current[key]);
    }
    for (int at = starts[block]; at < endOf(block); at++) {
      Optional<SlotKey> accessed = SlotKey.accessedBy(code.at(at));
      if (accessed.isPresent()) {
        int key = keys.get(accessed.get());
        if (SlotKey.isStore(code.at(at))) {
          current[key] = starts.length * keys.size() + at;
          reach(handlers.get(block), key, current[key]);
        }
        accesses[at] = current[key];
      }
    }
    for (int key = 0; key < current.length; key++) {
      reach(successors.get(block), key, current[key]);
    }
  }

  private void reach(List<Integer> blocks, int key, int node) {
    for (int block : blocks) {
      if (live[block].get(key)) {
        parent[find(node)] = find(entryNode(block, key));
      }
    }
  }

  private int entryNode(int block, int key) {
    return block * keys.size() + key;
  }

  private int find(int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
