package org.restante.testkit.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long one side waits for the other: a wait that is too long ends with the socket, whatever it
 * waits in (a read, a write, a handshake).
 */
final class Patience {
  /** The longest wait. */
  static final int SECONDS = 10;

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("transcript-patience").factory());

  private final Socket socket;
  private final AtomicBoolean over = new AtomicBoolean();

  Patience(Socket socket) {
    this.socket = socket;
  }

  /**
   * Does something that waits for the server.
   *
   * @param inVain what a failure says when the server does not come
   */
  <T> T limit(String inVain, Attempt<T> attempt) {
    ScheduledFuture<?> end = CLOCK.schedule(this::giveUp, SECONDS, TimeUnit.SECONDS);
    try {
      return attempt.run();
    } catch (IOException | GeneralSecurityException e) {
      throw over.get()
          ? new AssertionError(inVain + " within " + SECONDS + " s", e)
          : new AssertionError(e.toString(), e);
    } finally {
      end.cancel(false);
    }
  }

  private void giveUp() {
    over.set(true);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What waits for the server. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException, GeneralSecurityException;
  }
}
