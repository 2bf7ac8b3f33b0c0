package org.restante.testkit.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Assumptions;

/** A running server. */
public final class SocketTarget implements TranscriptTarget {
  private final String host;
  private final Map<String, Integer> ports;
  private final Set<String> secured;
  private final BiConsumer<String, byte[]> delivery;
  private final List<SocketPeer> peers = new ArrayList<>();

  /**
   * A server whose accounts are fresh.
   *
   * @param host its address
   * @param ports a port for each listener; the first one has the name of the empty string too
   * @param secured those listeners of them that speak TLS from the first octet
   * @param delivery puts a letter into a user's INBOX, octet for octet
   */
  public SocketTarget(
      String host,
      Map<String, Integer> ports,
      Set<String> secured,
      BiConsumer<String, byte[]> delivery) {
    this.host = host;
    this.ports = Map.copyOf(ports);
    this.secured = Set.copyOf(secured);
    this.delivery = delivery;
  }

  @Override
  public TranscriptPeer connect(String listener) {
    Integer port = ports.get(listener);
    if (port == null) {
      return Assumptions.abort("this server has no listener " + listener);
    }
    SocketPeer peer = SocketPeer.connect(host, port);
    peers.add(peer);
    if (secured.contains(listener)) {
      peer.happens(Step.Event.STARTTLS);
    }
    return peer;
  }

  @Override
  public void deliver(String login, byte[] letter) {
    delivery.accept(login, letter);
  }

  @Override
  public void advance(Duration time) {
    Assumptions.abort("the clock of a running server can't be moved");
  }

  @Override
  public void close() {
    peers.forEach(SocketPeer::close);
  }
}
