package rows;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Crypt32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.WinCrypt.DATA_BLOB;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.PSID;
import com.sun.jna.platform.win32.WinNT.PSIDByReference;
import com.sun.jna.ptr.PointerByReference;

/** Memory that LocalAlloc made. */
class Local {
  static final Advapi32 ADVAPI = Advapi32.INSTANCE;
  static final Kernel32 KERNEL = Kernel32.INSTANCE;

  void sidBad(PSID sid) {
    PointerByReference text = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    ADVAPI.ConvertSidToStringSid(sid, text);
    PSIDByReference back = new PSIDByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    ADVAPI.ConvertStringSidToSid("S-1-0-0", back);
  }

  String sidOk(PSID sid) {
    PointerByReference text = new PointerByReference();
    if (!ADVAPI.ConvertSidToStringSid(sid, text)) {
      return null;
    }
    try {
      return text.getValue().getWideString(0);
    } finally {
      KERNEL.LocalFree(text.getValue());
    }
  }

  void sidBackOk() {
    PSIDByReference back = new PSIDByReference();
    if (ADVAPI.ConvertStringSidToSid("S-1-0-0", back)) {
      Kernel32Util.freeLocalMemory(back.getValue().getPointer());
    }
  }

  void descriptorBad(HANDLE file) {
    PointerByReference one = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    ADVAPI.GetSecurityInfo(file, 1, 4, null, null, null, null, one);
    PointerByReference two = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    ADVAPI.GetNamedSecurityInfo("x", 1, 4, null, null, null, null, two);
  }

  void descriptorOk(HANDLE file) {
    PointerByReference one = new PointerByReference();
    if (ADVAPI.GetSecurityInfo(file, 1, 4, null, null, null, null, one) == 0) {
      KERNEL.LocalFree(one.getValue());
    }
    PointerByReference two = new PointerByReference();
    int status = ADVAPI.GetNamedSecurityInfo("x", 1, 4, null, null, null, null, two);
    if (status != 0) {
      return;
    }
    Kernel32Util.freeGlobalMemory(two.getValue());
  }

  void protectBad(DATA_BLOB in) {
    DATA_BLOB out = new DATA_BLOB();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    Crypt32.INSTANCE.CryptProtectData(in, "x", null, null, null, 0, out);
    DATA_BLOB back = new DATA_BLOB();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    Crypt32.INSTANCE.CryptUnprotectData(in, null, null, null, null, 0, back);
  }

  byte[] protectOk(DATA_BLOB in) {
    DATA_BLOB out = new DATA_BLOB();
    if (Crypt32.INSTANCE.CryptProtectData(in, "x", null, null, null, 0, out)) {
      KERNEL.GlobalFree(out.pbData);
    }
    DATA_BLOB back = new DATA_BLOB();
    if (!Crypt32.INSTANCE.CryptUnprotectData(in, null, null, null, null, 0, back)) {
      return null;
    }
    try {
      return back.getData();
    } finally {
      Kernel32Util.freeLocalMemory(back.pbData);
    }
  }

  interface Own {
    boolean ConvertSidToStringSidW(Object sid, Object[] text);

    boolean ConvertStringSidToSidW(String text, Object[] sid);

    int GetSecurityInfo(Object file, int type, int wish, Object owner, Object group, Object allowed, Object audited, Object[] all);

    int GetNamedSecurityInfoW(String file, int type, int wish, Object owner, Object group, Object allowed, Object audited, Object[] all);

    Object LocalFree(Object memory);
  }

  void byNameBad(Own api) {
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.ConvertSidToStringSidW("x", new Object[1]);
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.ConvertStringSidToSidW("x", new Object[1]);
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.GetSecurityInfo("x", 1, 4, null, null, null, null, new Object[1]);
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.GetNamedSecurityInfoW("x", 1, 4, null, null, null, null, new Object[1]);
  }

  void byNameOk(Own api, Object[] one, Object[] two, Object[] three, Object[] four) {
    if (api.ConvertSidToStringSidW("x", one)) {
      api.LocalFree(one);
    }
    if (api.ConvertStringSidToSidW("x", two)) {
      api.LocalFree(two);
    }
    if (api.GetSecurityInfo("x", 1, 4, null, null, null, null, three) == 0) {
      api.LocalFree(three);
    }
    if (api.GetNamedSecurityInfoW("x", 1, 4, null, null, null, null, four) == 0) {
      api.LocalFree(four);
    }
  }
}
