package rows;

import com.sun.jna.platform.win32.DsGetDC.PDOMAIN_CONTROLLER_INFO;
import com.sun.jna.platform.win32.NTSecApi.PLSA_FOREST_TRUST_INFORMATION;
import com.sun.jna.platform.win32.Netapi32;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** Buffers of the network API. */
class Network {
  static final Netapi32 NET = Netapi32.INSTANCE;

  void controllerBad() {
    PDOMAIN_CONTROLLER_INFO info = new PDOMAIN_CONTROLLER_INFO();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.DsGetDcName("s", "d", null, null, 0, info);
    PLSA_FOREST_TRUST_INFORMATION trust = new PLSA_FOREST_TRUST_INFORMATION();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.DsGetForestTrustInformation("s", "d", 0, trust);
  }

  String controllerOk() {
    PLSA_FOREST_TRUST_INFORMATION trust = new PLSA_FOREST_TRUST_INFORMATION();
    if (NET.DsGetForestTrustInformation("s", "d", 0, trust) == 0) {
      NET.NetApiBufferFree(trust.fti.getPointer());
    }
    PDOMAIN_CONTROLLER_INFO info = new PDOMAIN_CONTROLLER_INFO();
    int status = NET.DsGetDcName("s", "d", null, null, 0, info);
    if (status != 0) {
      return null;
    }
    String name = info.dci.DomainName;
    NET.NetApiBufferFree(info.dci.getPointer());
    return name;
  }

  void dcNameBad() {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.NetGetDCName("s", "d", buffer);
  }

  void dcNameOk() {
    PointerByReference buffer = new PointerByReference();
    if (NET.NetGetDCName("s", "d", buffer) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }

  void localGroupsBad(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.NetLocalGroupEnum("s", 1, buffer, -1, count, count, count);
  }

  void localGroupsOk(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    if (NET.NetLocalGroupEnum("s", 1, buffer, -1, count, count, count) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }

  void groupsBad(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.NetGroupEnum("s", 1, buffer, -1, count, count, count);
  }

  void groupsOk(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    if (NET.NetGroupEnum("s", 1, buffer, -1, count, count, count) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }

  void trustsBad(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.DsEnumerateDomainTrusts("s", 1, buffer, count);
  }

  void trustsOk(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    if (NET.DsEnumerateDomainTrusts("s", 1, buffer, count) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }

  void usersBad(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.NetUserEnum("s", 1, 0, buffer, -1, count, count, count);
  }

  void usersOk(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    if (NET.NetUserEnum("s", 1, 0, buffer, -1, count, count, count) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }

  void userGroupsBad(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.NetUserGetGroups("s", "u", 1, buffer, -1, count, count);
  }

  void userGroupsOk(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    if (NET.NetUserGetGroups("s", "u", 1, buffer, -1, count, count) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }

  void userInfoBad() {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.NetUserGetInfo("s", "u", 1, buffer);
  }

  void userInfoOk() {
    PointerByReference buffer = new PointerByReference();
    if (NET.NetUserGetInfo("s", "u", 1, buffer) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }

  void sessionsBad(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.NetSessionEnum(null, null, null, 10, buffer, -1, count, count, count);
  }

  void sessionsOk(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    if (NET.NetSessionEnum(null, null, null, 10, buffer, -1, count, count, count) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }

  void userLocalGroupsBad(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.NetUserGetLocalGroups("s", "u", 0, 0, buffer, -1, count, count);
  }

  void userLocalGroupsOk(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    if (NET.NetUserGetLocalGroups("s", "u", 0, 0, buffer, -1, count, count) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }

  void joinBad(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    NET.NetGetJoinInformation("s", buffer, count);
  }

  void joinOk(IntByReference count) {
    PointerByReference buffer = new PointerByReference();
    if (NET.NetGetJoinInformation("s", buffer, count) == 0) {
      NET.NetApiBufferFree(buffer.getValue());
    }
  }
}
