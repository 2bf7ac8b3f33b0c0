package org.restante.smtp;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.restante.mail.MailStore;
import org.restante.message.MessageDraft;
import org.restante.refusal.DiskFull;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.StoreUnavailable;

/** Stands before a store and answers chosen calls as a store does whose engine is away. */
final class FailingStore {
  final Set<String> away = ConcurrentHashMap.newKeySet();
  private final MailStore store;
  private volatile Supplier<MailRefusal> refusal =
      () -> new StoreUnavailable("the engine is replaced", null);

  FailingStore(MailStore store) {
    this.store = store;
  }

  /** From now on the disk is full instead. */
  void full() {
    refusal = () -> new DiskFull("no room", null);
  }

  MailStore store() {
    Object proxy =
        Proxy.newProxyInstance(
            MailStore.class.getClassLoader(),
            new Class<?>[] {MailStore.class},
            (self, method, arguments) -> answer(method, arguments));
    return (MailStore) proxy;
  }

  private Object answer(Method method, Object[] arguments) throws Throwable {
    if (away.contains(method.getName())) {
      throw refusal.get();
    }
    if (method.getName().equals("draft") && away.contains("write")) {
      return new FullDraft(refusal);
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Takes the trace fields and nothing more. */
  private static final class FullDraft implements MessageDraft {
    private final Supplier<MailRefusal> refusal;
    private long size;

    FullDraft(Supplier<MailRefusal> refusal) {
      this.refusal = refusal;
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
      if (size > 0) {
        throw refusal.get();
      }
      size += length;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public void close() {}
  }
}
