package org.restante.bench.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;

/**
 * An engine that forgets to sync: what store-crash must catch when the power goes, and store-model
 * need not wait for.
 */
public final class UnsyncedEngine {
  private UnsyncedEngine() {}

  /** The engine, without its syncs. */
  public static KeyValueEngine over(KeyValueEngine engine) {
    return around(KeyValueEngine.class, engine);
  }

  private static <T> T around(Class<T> type, Object real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> changed(proxy, call(method, real, arguments))));
  }

  private static Object call(Method method, Object real, Object[] arguments) throws Throwable {
    if (method.getName().equals("commit")) {
      return ((Batch) real).commit(Durability.BUFFERED);
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** What leads to a batch is wrapped too; a batch returns itself from most calls. */
  private static Object changed(Object proxy, Object result) {
    if (result instanceof Batch batch) {
      return proxy instanceof Batch ? proxy : around(Batch.class, batch);
    }
    return result instanceof Partition partition ? around(Partition.class, partition) : result;
  }
}
