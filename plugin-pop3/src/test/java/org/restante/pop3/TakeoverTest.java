package org.restante.pop3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.restante.testkit.connection.MemoryConnection;

/**
 * A maildrop that a silent session holds.
 *
 * @rfc 1939 4
 */
class TakeoverTest {

  @Test
  void theSilentSessionEndsAndRemovesNothing() {
    AtomicLong now = new AtomicLong();
    Pop3World world = new Pop3World();
    world.deliver("A: 1\r\n\r\n".getBytes(US_ASCII));
    Pop3Plugin plugin = world.plugin(now::get);
    try (MemoryConnection silent = world.login(plugin)) {
      silent.client().sendLine("DELE 1");
      silent.client().expectLineStarting("+OK");
      silent.settle();
      now.addAndGet(Duration.ofSeconds(30).toNanos());
      try (MemoryConnection newcomer = world.login(plugin)) {
        silent.client().expectClosed();
        newcomer.client().sendLine("STAT");
        newcomer.client().expectLine("+OK 1 8");
      }
    }
    assertThat(world.counted("deleted")).isZero();
  }
}
