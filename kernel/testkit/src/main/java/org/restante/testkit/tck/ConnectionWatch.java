package org.restante.testkit.tck;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.restante.protocol.Connection;
import org.restante.testkit.connection.MemoryConnection;

/** What a session asks of its connection, on the way to it. */
final class ConnectionWatch implements InvocationHandler {
  private final MemoryConnection real;
  private volatile boolean closing;
  private volatile boolean spoken;
  private volatile int longestLine;

  ConnectionWatch(MemoryConnection real) {
    this.real = real;
  }

  /** The connection as the session sees it. */
  Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
  }

  MemoryConnection real() {
    return real;
  }

  /** Whether the session wants the end. */
  boolean closing() {
    return closing;
  }

  /** Whether the session has said something since this was asked last. */
  boolean spoken() {
    boolean said = spoken;
    spoken = false;
    return said;
  }

  /** Octets of the longest line that the session would have taken in. */
  int longestLine() {
    return longestLine;
  }

  @Override
  public @Nullable Object invoke(
      Object self, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    switch (method.getName()) {
      case "write" -> spoken = true;
      case "close" -> closing = true;
      case "readLine" -> {
        if (arguments != null && arguments[0] instanceof Integer limit) {
          longestLine = Math.max(longestLine, limit);
        }
      }
      default -> {}
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }
}
