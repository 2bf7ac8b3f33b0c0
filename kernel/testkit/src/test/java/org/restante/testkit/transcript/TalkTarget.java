package org.restante.testkit.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.restante.testkit.TalkPlugin;
import org.restante.testkit.connection.MemoryConnection;

/** The talk plugin in memory, without a store. */
final class TalkTarget implements TranscriptTarget {
  private final List<MemoryConnection> connections = new ArrayList<>();

  @Override
  public TranscriptPeer connect(String listener) {
    MemoryConnection connection = MemoryConnection.to(new TalkPlugin()).connect();
    connections.add(connection);
    return new MemoryPeer(connection, TalkPlugin::new);
  }

  @Override
  public void deliver(String login, byte[] letter) {
    throw new AssertionError("nobody gets letters here");
  }

  @Override
  public void advance(Duration time) {
    connections.forEach(connection -> connection.advance(time));
  }

  @Override
  public void close() {
    connections.forEach(MemoryConnection::close);
  }
}
