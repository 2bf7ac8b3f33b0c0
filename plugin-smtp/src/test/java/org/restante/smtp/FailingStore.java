package org.restante.smtp;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.restante.mail.MailStore;
import org.restante.message.MessageDraft;
import org.restante.refusal.StoreUnavailable;

/** Stands before a store and answers chosen calls as a store does whose engine is away. */
final class FailingStore {
  final Set<String> away = ConcurrentHashMap.newKeySet();
  private final MailStore store;

  FailingStore(MailStore store) {
    this.store = store;
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
      throw unavailable();
    }
    if (method.getName().equals("draft") && away.contains("write")) {
      return new FullDraft();
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static StoreUnavailable unavailable() {
    return new StoreUnavailable("the engine is replaced", null);
  }

  /** Takes the trace fields and nothing more. */
  private static final class FullDraft implements MessageDraft {
    private long size;

    @Override
    public void write(byte[] octets, int offset, int length) {
      if (size > 0) {
        throw unavailable();
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
