package org.restante.core.transport;

import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * The registration of a socket, which other threads than the event loop may write to as well. Its
 * channel cancels the registration before it closes the socket, and waits there for a write that is
 * under way: the descriptor's number may be another connection's at once.
 */
final class EpollSocket implements IoRegistration, DirectWriter {
  private final IoRegistration registration;
  private final Socket socket;
  private final Consumer<EpollSocket> cancelled;
  private boolean open = true;

  /**
   * An open one.
   *
   * @param registration epoll's
   * @param cancelled is told when nobody may write any more
   */
  EpollSocket(IoRegistration registration, Socket socket, Consumer<EpollSocket> cancelled) {
    this.registration = registration;
    this.socket = socket;
    this.cancelled = cancelled;
  }

  @Override
  public synchronized int write(ByteBuffer octets) throws IOException {
    return open ? socket.send(octets, octets.position(), octets.limit()) : 0;
  }

  @Override
  public boolean cancel() {
    end();
    cancelled.accept(this);
    return registration.cancel();
  }

  private synchronized void end() {
    open = false;
  }

  @Override
  public <T> T attachment() {
    return registration.attachment();
  }

  @Override
  public long submit(IoOps ops) {
    return registration.submit(ops);
  }

  @Override
  public boolean isValid() {
    return registration.isValid();
  }
}
