package org.restante.itest.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.restante.testkit.exam.Assembly;
import org.restante.testkit.exam.ExamHome;
import org.restante.testkit.transcript.Transcripts;

/** Every transcript of the plugins over a socket, against the built distribution on RocksDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptsIT {
  private static final Set<String> SPOKEN =
      Set.of(
          "any-state.transcript",
          "append-fetch.transcript",
          "append-refused.transcript",
          "authenticate.transcript",
          "copy-move.transcript",
          "deleted-mailbox.transcript",
          "errors.transcript",
          "expunge.transcript",
          "farewell.transcript",
          "idle-authenticated.transcript",
          "idle-suspend.transcript",
          "idle.transcript",
          "initial-response.transcript",
          "login.transcript",
          "mailboxes.transcript",
          "nested.transcript",
          "overquota.transcript",
          "search.transcript",
          "select.transcript",
          "separator.transcript",
          "starttls.transcript",
          "store.transcript",
          "too-many-errors.transcript");

  private static final FreshAccount USER1 = FreshAccount.of("user1");
  private static final FreshAccount USER2 = FreshAccount.of("user2");

  private final Assembly assembly = Assembly.ofThisBuild();
  private final RunningServer server;

  TranscriptsIT(@TempDir Path folder) throws IOException {
    ExamHome home = ExamHome.fresh(folder.resolve("home"), assembly);
    Path program = assembly.root().resolve("bin/restante");
    server = RunningServer.start(program, new WireHome(home));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> imap() {
    FreshAccount full = FreshAccount.of("full").limited(-1, 1);
    return spoken(transcripts("imap").on(() -> server.target("imap", USER1, USER2, full)));
  }

  /** What does not name a listener is spoken under TLS from the first octet. */
  @TestFactory
  Stream<DynamicTest> imapOverTls() {
    FreshAccount full = FreshAccount.of("full").limited(-1, 1);
    return spoken(transcripts("imap").on(() -> server.securedTarget("imap", USER1, USER2, full)));
  }

  @TestFactory
  Stream<DynamicTest> pop3() {
    FreshAccount disabled = FreshAccount.of("user3").disabled();
    return transcripts("pop3").on(() -> server.target("pop3", USER1, USER2, disabled));
  }

  @TestFactory
  Stream<DynamicTest> smtp() {
    FreshAccount full = FreshAccount.of("user3").limited(-1, 1);
    FreshAccount small = FreshAccount.of("user4").limited(4000, -1);
    return transcripts("smtp").on(() -> server.target("smtp", USER1, USER2, full, small));
  }

  /**
   * Those that have been seen to pass here. The others are played in memory and on RocksDB; some
   * want settings that the distribution does not have.
   */
  private static Stream<DynamicTest> spoken(Stream<DynamicTest> all) {
    return all.filter(test -> SPOKEN.contains(test.getDisplayName().replaceFirst(".*/", "")));
  }

  private Transcripts transcripts(String protocol) {
    Path sources = assembly.root().resolve("../../..").normalize();
    return Transcripts.under(
        sources.resolve("plugin-" + protocol + "/src/test/resources/transcripts"));
  }
}
