package org.restante.core.transport;

import io.netty.channel.Channel;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets that epoll watches, by descriptor, for those who write to them. Thread-safe. */
final class EpollSockets {
  private final Map<Integer, EpollSocket> open = new ConcurrentHashMap<>();

  /** What writes to a registered channel's socket. */
  DirectWriter writer(Channel channel) {
    DirectWriter found =
        channel instanceof UnixChannel socket ? open.get(socket.fd().intValue()) : null;
    return found == null ? DirectWriter.NONE : found;
  }

  /** What watches them for one event loop. */
  IoHandler watch(ThreadAwareExecutor loop) {
    IoHandler epoll = EpollIoHandler.newFactory().newHandler(loop);
    return new IoHandler() {
      @Override
      public void initialize() {
        epoll.initialize();
      }

      @Override
      public int run(IoHandlerContext context) {
        return epoll.run(context);
      }

      @Override
      public void prepareToDestroy() {
        epoll.prepareToDestroy();
      }

      @Override
      public void destroy() {
        epoll.destroy();
      }

      @Override
      public IoRegistration register(IoHandle handle) throws Exception {
        return registered(handle, epoll.register(handle));
      }

      @Override
      public void wakeup() {
        epoll.wakeup();
      }

      @Override
      public boolean isCompatible(Class<? extends IoHandle> type) {
        return epoll.isCompatible(type);
      }
    };
  }

  private IoRegistration registered(IoHandle handle, IoRegistration registration) {
    if (!(handle instanceof EpollIoHandle epoll && epoll.fd() instanceof Socket socket)) {
      return registration;
    }
    int descriptor = socket.intValue();
    EpollSocket registered =
        new EpollSocket(registration, socket, cancelled -> open.remove(descriptor, cancelled));
    open.put(descriptor, registered);
    return registered;
  }
}
