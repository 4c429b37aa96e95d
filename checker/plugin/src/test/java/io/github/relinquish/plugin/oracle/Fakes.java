package io.github.relinquish.plugin.oracle;

import io.github.relinquish.plugin.oracle.api.Env;
import io.github.relinquish.plugin.oracle.api.Handle;
import io.github.relinquish.plugin.oracle.api.Sec;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.Provider;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** The real interfaces over one {@link World}: whatever declares a failure fails in some run. */
final class Fakes {
  private static final int CONTINUE_NEEDED = 0x00090312;

  private Fakes() {}

  static Env env(World world) {
    return new Env() {
      @Override public void risky() throws IOException {
        if (world.flip()) {
          throw new IOException("risky");
        }
      }

      @Override public boolean choice() {
        return world.flip();
      }

      @Override public boolean more() {
        return world.another();
      }

      @Override public void look(Object thing) {}

      @Override public void register(Object thing) {
        world.handOver(thing);
      }
    };
  }

  static Sec sec(World world) {
    return proxy(Sec.class, (proxy, method, args) -> {
      switch (method.getName()) {
        case "AcquireCredentialsHandle":
          return acquired(world, world.flip() ? -1 : 0, args[7], false, null);
        case "InitializeSecurityContext":
          world.use(args[0]);
          world.use(args[1]);
          return acquired(world, new int[] {0, -1, CONTINUE_NEEDED}[world.pick(3)], args[8], true, args[0]);
        case "DeleteSecurityContext", "FreeCredentialsHandle":
          world.release(args[0]);
          return 0;
        default:
          world.use(args[0]);
          return 0;
      }
    });
  }

  private static int acquired(World world, int status, Object handle, boolean isContext, Object parent) {
    if (status >= 0) {
      world.acquire((Handle) handle, isContext, parent);
    }
    return status;
  }

  static GSSManager manager(World world) {
    return new FakeManager(world);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static <T> T resource(Class<T> type, World world, Object parent) throws GSSException {
    world.use(parent);
    mayFail(world);
    T made = proxy(type, (proxy, method, args) -> called(world, proxy, method, args));
    world.acquire(made, type == GSSContext.class, parent);
    return made;
  }

  private static Object called(World world, Object proxy, Method method, Object[] args) throws GSSException {
    switch (method.getName()) {
      case "equals":
        return proxy == args[0];
      case "hashCode":
        return System.identityHashCode(proxy);
      case "toString":
        return method.getDeclaringClass().getSimpleName();
      case "dispose":
        world.release(proxy);
        if (world.flip()) {
          world.excuse();
          throw new GSSException(GSSException.FAILURE);
        }
        return null;
      case "isEstablished":
        return false;
      default:
        world.use(proxy);
        mayFail(world);
        return method.getReturnType() == int.class ? 0 : null;
    }
  }

  private static void mayFail(World world) throws GSSException {
    if (world.flip()) {
      throw new GSSException(GSSException.FAILURE);
    }
  }

  private static final class FakeManager extends GSSManager {
    private final World world;

    FakeManager(World world) {
      this.world = world;
    }

    @Override public GSSCredential createCredential(int usage) throws GSSException {
      return resource(GSSCredential.class, world, null);
    }

    @Override public GSSContext createContext(GSSCredential credential) throws GSSException {
      return resource(GSSContext.class, world, credential);
    }

    @Override public Oid[] getMechs() {
      throw new UnsupportedOperationException();
    }

    @Override public Oid[] getNamesForMech(Oid mech) {
      throw new UnsupportedOperationException();
    }

    @Override public Oid[] getMechsForName(Oid nameType) {
      throw new UnsupportedOperationException();
    }

    @Override public GSSName createName(String name, Oid nameType) {
      throw new UnsupportedOperationException();
    }

    @Override public GSSName createName(byte[] name, Oid nameType) {
      throw new UnsupportedOperationException();
    }

    @Override public GSSName createName(String name, Oid nameType, Oid mech) {
      throw new UnsupportedOperationException();
    }

    @Override public GSSName createName(byte[] name, Oid nameType, Oid mech) {
      throw new UnsupportedOperationException();
    }

    @Override public GSSCredential createCredential(GSSName name, int lifetime, Oid mech, int usage) {
      throw new UnsupportedOperationException();
    }

    @Override public GSSCredential createCredential(GSSName name, int lifetime, Oid[] mechs, int usage) {
      throw new UnsupportedOperationException();
    }

    @Override public GSSContext createContext(GSSName peer, Oid mech, GSSCredential credential, int lifetime) {
      throw new UnsupportedOperationException();
    }

    @Override public GSSContext createContext(byte[] token) {
      throw new UnsupportedOperationException();
    }

    @Override public void addProviderAtFront(Provider provider, Oid mech) {
      throw new UnsupportedOperationException();
    }

    @Override public void addProviderAtEnd(Provider provider, Oid mech) {
      throw new UnsupportedOperationException();
    }
  }
}
