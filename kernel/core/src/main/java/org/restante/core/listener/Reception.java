package org.restante.core.listener;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.DuplexChannel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.restante.core.connection.ClientConnection;
import org.restante.core.meter.ProtocolMeters;
import org.restante.core.meter.Refusal;
import org.restante.core.plugin.PluginTable;
import org.restante.core.tls.Certificates;
import org.restante.core.transport.DirectWriter;

/** Makes connections of accepted channels, as far as there is room. */
final class Reception extends ChannelInitializer<Channel> {
  private final ListenerSettings settings;
  private final Function<Channel, DirectWriter> writers;
  private final Connections connections;
  private final Certificates certificates;
  private final PluginTable plugins;
  private final ProtocolMeters meters;
  private final Admission admission;

  Reception(
      ListenerSettings settings,
      Function<Channel, DirectWriter> writers,
      Connections connections,
      Certificates certificates,
      PluginTable plugins,
      ProtocolMeters meters) {
    this.settings = settings;
    this.writers = writers;
    this.connections = connections;
    this.certificates = certificates;
    this.plugins = plugins;
    this.meters = meters;
    admission = new Admission(settings.maxConnections(), settings.maxConnectionsPerAddress());
  }

  int connections() {
    return admission.connections();
  }

  @Override
  protected void initChannel(Channel channel) {
    if (!(channel.remoteAddress() instanceof InetSocketAddress peer)) {
      channel.close(); // gone already
      return;
    }
    if (!connections.admits() || !admission.enter(peer.getAddress())) {
      refuse(channel);
      return;
    }
    channel.closeFuture().addListener(closed -> admission.leave(peer.getAddress()));
    connections.add(
        new ClientConnection(
            (DuplexChannel) channel,
            writers.apply(channel),
            peer,
            settings.terms(),
            certificates,
            meters,
            plugins::attach));
  }

  private void refuse(Channel channel) {
    meters.refused(Refusal.LIMIT);
    String text = settings.terms().listener().implicitTls() ? "" : settings.busy();
    byte[] line = text.isEmpty() ? new byte[0] : (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    channel.writeAndFlush(Unpooled.wrappedBuffer(line)).addListener(ChannelFutureListener.CLOSE);
  }
}
