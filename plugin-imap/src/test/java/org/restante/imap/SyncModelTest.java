package org.restante.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testkit.connection.MemoryConnection;

/**
 * Three sessions on one mailbox with random commands: what each believes from responses alone is,
 * after a NOOP, what is there.
 *
 * @rfc 3501 5.2
 * @rfc 3501 7.4.1
 */
class SyncModelTest {
  private static final int COMMANDS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everySessionKnowsWhatIsThere(long seed) {
    Random random = new Random(seed);
    World world = new World();
    List<MemoryConnection> connections = new ArrayList<>();
    List<BelievingClient> clients = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      MemoryConnection connection = world.connect();
      connections.add(connection);
      clients.add(new BelievingClient(connection.client(), random));
    }
    for (int i = 0; i < COMMANDS; i++) {
      clients.get(random.nextInt(clients.size())).doSomething();
      if (random.nextInt(40) == 0) {
        connections.get(random.nextInt(connections.size())).handOver(world.plugin());
      }
    }
    clients.forEach(BelievingClient::settle);
    clients.forEach(BelievingClient::check);
    assertThat(clients).extracting(BelievingClient::flags).containsOnly(clients.getFirst().flags());
    connections.forEach(MemoryConnection::close);
  }
}
