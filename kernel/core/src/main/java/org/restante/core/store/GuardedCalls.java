package org.restante.core.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.restante.core.connection.LentThread;
import org.restante.core.guard.StoreCalls;
import org.restante.mail.ChangeListener;
import org.restante.mail.MailStore;
import org.restante.mail.Watch;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.MessageContent;
import org.restante.message.UidSet;

/** Guards the calls of one object of the store's, and wraps what they give. */
final class GuardedCalls implements InvocationHandler {
  private static final Set<String> READERS =
      Set.of(
          "mailboxes", "mailbox", "subscriptions", "view", "snapshot", "usage", "watch", "draft");
  private static final Set<Class<?>> OPENED =
      Set.of(MailboxSnapshot.class, MessageContent.class, Watch.class);

  /** A reading of so many messages is a long one. */
  private static final int MANY = 64;

  private final Object target;
  private final StoreCalls calls;

  private GuardedCalls(Object target, StoreCalls calls) {
    this.target = target;
    this.calls = calls;
  }

  /** The same object under the guard. */
  static <T> T guard(Class<T> type, T target, StoreCalls calls) {
    Object guarded =
        Proxy.newProxyInstance(
            type.getClassLoader(), // all that its methods speak of is visible there
            new Class<?>[] {type},
            new GuardedCalls(target, calls));
    return type.cast(guarded);
  }

  @Override
  public @Nullable Object invoke(
      Object self, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(self, method, arguments);
    }
    if (method.getName().equals("close")) {
      return calls.close((AutoCloseable) target, () -> call(method, arguments));
    }
    if (OPENED.contains(method.getReturnType())) {
      calls.checkOpen();
    }
    Callable<@Nullable Object> code =
        () -> call(method, arguments == null ? null : wrap(arguments));
    Object result = readsMany(arguments) ? calls.callLong(code) : calls.call(waits(method), code);
    if (method.getReturnType() == int.class && target instanceof MessageContent) {
      calls.moved((Integer) result);
    }
    return opened(method.getReturnType(), result);
  }

  /** What changes the store waits for a commit. */
  private boolean waits(Method method) {
    return target instanceof MailStore && !READERS.contains(method.getName());
  }

  private boolean readsMany(@Nullable Object @Nullable [] arguments) {
    return target instanceof MailboxSnapshot
        && arguments != null
        && arguments[0] instanceof UidSet uids
        && uids.count() >= MANY;
  }

  private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw rethrown(e.getCause());
    }
  }

  private static Exception rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case Exception exception -> exception;
      case null, default -> new IllegalStateException(cause);
    };
  }

  /** Drafts stay the store's own objects: it knows them again when they are appended. */
  private @Nullable Object opened(Class<?> type, @Nullable Object result) {
    if (result == null || !OPENED.contains(type)) {
      return result;
    }
    if (result instanceof MailboxSnapshot snapshot) {
      calls.opened(snapshot);
      return guard(MailboxSnapshot.class, snapshot, calls);
    } else if (result instanceof MessageContent content) {
      calls.opened(content);
      return guard(MessageContent.class, content, calls);
    } else if (result instanceof Watch watch) {
      calls.opened(watch);
      return guard(Watch.class, watch, calls);
    }
    return result;
  }

  @SuppressWarnings("unchecked") // the only predicates are visitors
  private @Nullable Object[] wrap(@Nullable Object[] arguments) {
    @Nullable Object[] wrapped = Arrays.copyOf(arguments, arguments.length);
    for (int at = 0; at < wrapped.length; at++) {
      Object argument = wrapped[at];
      if (argument instanceof Predicate<?> visitor) {
        Predicate<Object> own = (Predicate<Object>) visitor;
        wrapped[at] = (Predicate<Object>) row -> calls.visit(() -> own.test(row));
      } else if (argument instanceof BiPredicate<?, ?> visitor) {
        BiPredicate<Object, Object> own = (BiPredicate<Object, Object>) visitor;
        wrapped[at] =
            (BiPredicate<Object, Object>) (row, of) -> calls.visit(() -> own.test(row, of));
      } else if (argument instanceof ChangeListener listener) {
        // who hears of a change wakes a session, and then has nothing to do
        wrapped[at] =
            (ChangeListener)
                change -> LentThread.during(() -> calls.tell(() -> listener.changed(change)));
      }
    }
    return wrapped;
  }

  private @Nullable Object ofObject(
      Object self, Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      default -> "guarded " + target;
    };
  }
}
