package rows;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.platform.win32.Crypt32;
import com.sun.jna.platform.win32.WinCrypt.CERT_CHAIN_CONTEXT;
import com.sun.jna.platform.win32.WinCrypt.CERT_CHAIN_PARA;
import com.sun.jna.platform.win32.WinCrypt.CERT_CONTEXT;
import com.sun.jna.platform.win32.WinCrypt.DATA_BLOB;
import com.sun.jna.platform.win32.WinCrypt.HCERTSTORE;
import com.sun.jna.ptr.PointerByReference;

/** Certificates of Windows through JNA and by name. */
class Certificates {
  static final Crypt32 CRYPT = Crypt32.INSTANCE;

  void storesBad(DATA_BLOB file) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    HCERTSTORE one = CRYPT.CertOpenSystemStore(Pointer.NULL, "MY");
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    HCERTSTORE two = CRYPT.CertOpenStore(null, 0, null, 0, Pointer.NULL);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    HCERTSTORE three = CRYPT.PFXImportCertStore(file, null, 0);
    System.out.println("" + one + two + three);
  }

  void storesOk(DATA_BLOB file) {
    HCERTSTORE one = CRYPT.CertOpenSystemStore(Pointer.NULL, "MY");
    if (one != null) {
      CRYPT.CertCloseStore(one, 0);
    }
    HCERTSTORE two = CRYPT.CertOpenStore(null, 0, null, 0, Pointer.NULL);
    if (two != null) {
      CRYPT.CertCloseStore(two, 0);
    }
    HCERTSTORE three = CRYPT.PFXImportCertStore(file, null, 0);
    CRYPT.CertCloseStore(three, 0);
  }

  void findBad(HCERTSTORE store) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    CERT_CONTEXT found = CRYPT.CertFindCertificateInStore(store, 1, 0, 0, null, null);
    System.out.println(found);
  }

  void findOk(HCERTSTORE store) {
    CERT_CONTEXT found = CRYPT.CertFindCertificateInStore(store, 1, 0, 0, null, null);
    if (found != null) {
      CRYPT.CertFreeCertificateContext(found);
    }
  }

  void walkBad(HCERTSTORE store) {
    CERT_CONTEXT each = null;
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    while ((each = CRYPT.CertEnumCertificatesInStore(store, each == null ? null : each.getPointer())) != null) {
      if (each.dwCertEncodingType == 7) {
        return;
      }
    }
  }

  void walkOk(HCERTSTORE store) {
    CERT_CONTEXT each = null;
    while ((each = CRYPT.CertEnumCertificatesInStore(store, each == null ? null : each.getPointer())) != null) {
      System.out.println(each.dwCertEncodingType);
    }
  }

  void chainBad(CERT_CONTEXT of) {
    PointerByReference chain = new PointerByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    CRYPT.CertGetCertificateChain(null, of, null, null, new CERT_CHAIN_PARA(), 0, null, chain);
  }

  interface Freeing {
    void CertFreeCertificateChain(Pointer chain);
  }

  void chainOk(CERT_CONTEXT of) {
    PointerByReference chain = new PointerByReference();
    if (CRYPT.CertGetCertificateChain(null, of, null, null, new CERT_CHAIN_PARA(), 0, null, chain)) {
      ((Freeing) CRYPT).CertFreeCertificateChain(chain.getValue());
    }
  }

  /** What looks at memory through a struct declares that it may throw. */
  void viewBad(CERT_CONTEXT of) {
    PointerByReference cell = new PointerByReference();
    // BUG: Diagnostic contains: when Structure.newInstance() throws
    if (CRYPT.CertGetCertificateChain(null, of, null, null, new CERT_CHAIN_PARA(), 0, null, cell)) {
      CERT_CHAIN_CONTEXT chain = Structure.newInstance(CERT_CHAIN_CONTEXT.class, cell.getValue());
      CRYPT.CertFreeCertificateChain(chain);
      // BUG: Diagnostic contains: [DoubleRelease]
      ((Freeing) CRYPT).CertFreeCertificateChain(cell.getValue());
    }
  }

  interface Own {
    boolean CertGetCertificateChain(Object engine, Object of, Object time, Object store, Object wish, int flags, Object none, Object[] chain);

    void CertFreeCertificateChain(Object[] chain);
  }

  void byNameBad(Own api, Object of) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.CertGetCertificateChain(null, of, null, null, null, 0, null, new Object[1]);
  }

  void byNameOk(Own api, Object of) {
    Object[] chain = new Object[1];
    if (api.CertGetCertificateChain(null, of, null, null, null, 0, null, chain)) {
      api.CertFreeCertificateChain(chain);
    }
  }
}
