package org.restante.itest.wire;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.restante.testkit.exam.Assembly;
import org.restante.testkit.transcript.Transcripts;

/** Every transcript of the plugins over a socket, against the built distribution on RocksDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptsIT {
  private static final FreshAccount USER1 = FreshAccount.of("user1");
  private static final FreshAccount USER2 = FreshAccount.of("user2");

  private final Assembly assembly = Assembly.ofThisBuild();
  private final WireServers servers;

  TranscriptsIT(@TempDir Path folder) {
    servers = new WireServers(assembly, folder);
  }

  @AfterAll
  void stop() {
    servers.close();
  }

  @TestFactory
  Stream<DynamicTest> imap() {
    FreshAccount full = FreshAccount.of("full").limited(-1, 1);
    return transcripts("imap")
        .onEach(played -> servers.of(played.listener()).target("imap", USER1, USER2, full));
  }

  /** What does not name a listener of its own is spoken under TLS from the first octet. */
  @TestFactory
  Stream<DynamicTest> imapOverTls() {
    FreshAccount full = FreshAccount.of("full").limited(-1, 1);
    return transcripts("imap")
        .spoken("over TLS")
        .onEach(played -> servers.of(played.listener()).securedTarget("imap", USER1, USER2, full));
  }

  @TestFactory
  Stream<DynamicTest> pop3() {
    FreshAccount disabled = FreshAccount.of("user3").disabled();
    return transcripts("pop3").on(() -> servers.of("").target("pop3", USER1, USER2, disabled));
  }

  @TestFactory
  Stream<DynamicTest> smtp() {
    FreshAccount full = FreshAccount.of("user3").limited(-1, 1);
    FreshAccount small = FreshAccount.of("user4").limited(4000, -1);
    return transcripts("smtp").on(() -> servers.of("").target("smtp", USER1, USER2, full, small));
  }

  private Transcripts transcripts(String protocol) {
    Path sources = assembly.root().resolve("../../..").normalize();
    return Transcripts.under(
        sources.resolve("plugin-" + protocol + "/src/test/resources/transcripts"));
  }
}
