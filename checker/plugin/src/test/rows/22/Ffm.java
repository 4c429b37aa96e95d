package rows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/** Libraries in arenas, and structs that are pieces of memory; needs JDK 22. */
class Ffm {
  interface Api {
    int QueryContextAttributes(MemorySegment ctx, int attribute, MemorySegment struct);

    int QueryCredentialsAttributes(MemorySegment cred, int attribute, MemorySegment struct);

    int FreeContextBuffer(MemorySegment buffer);
  }

  void attributesBad(Api api, Arena arena, MemorySegment handle) {
    MemorySegment info = arena.allocate(8);
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.QueryContextAttributes(handle, 10, info);
    MemorySegment names = arena.allocate(8);
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.QueryCredentialsAttributes(handle, 1, names);
  }

  void attributesOk(Api api, Arena arena, MemorySegment handle) {
    MemorySegment info = arena.allocate(8);
    if (api.QueryContextAttributes(handle, 10, info) == 0) {
      api.FreeContextBuffer(info);
    }
    MemorySegment names = arena.allocate(8);
    if (api.QueryCredentialsAttributes(handle, 1, names) == 0) {
      api.FreeContextBuffer(names);
    }
  }

  void libraryBad() {
    Arena arena = Arena.ofShared();
    SymbolLookup.libraryLookup("secur32", arena);
    arena.close();
    // BUG: Diagnostic contains: [DoubleRelease]
    arena.close();
  }

  void libraryOk() {
    Arena arena = Arena.ofShared();
    SymbolLookup.libraryLookup("secur32", arena);
    arena.close();
  }
}
