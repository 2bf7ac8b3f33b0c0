package org.restante.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.protocol.SessionState;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/**
 * Every command in every state: what it answers, and the state afterwards.
 *
 * @rfc 3501 3
 * @rfc 3501 6
 */
class StatesTest {
  private static final SessionState GUEST = SessionState.NOT_AUTHENTICATED;
  private static final SessionState AUTHENTICATED = SessionState.AUTHENTICATED;
  private static final SessionState SELECTED = SessionState.SELECTED;
  private static final SessionState LOGOUT = SessionState.LOGOUT;

  // One line each: command | before a login | authenticated | selected, as "result and state
  // after".
  private static final String TABLE =
      """
      CAPABILITY                         | OK guest    | OK authenticated | OK selected
      NOOP                               | OK guest    | OK authenticated | OK selected
      ID NIL                             | OK guest    | OK authenticated | OK selected
      LOGOUT                             | OK logout   | OK logout        | OK logout
      STARTTLS                           | OK guest    | BAD authenticated | BAD selected
      AUTHENTICATE PLAIN AHVzZXIxAHBhc3M= | OK authenticated | BAD authenticated | BAD selected
      LOGIN user1 pass                   | OK authenticated | BAD authenticated | BAD selected
      LOGIN user1 wrong                  | NO guest    | BAD authenticated | BAD selected
      SELECT INBOX                       | BAD guest   | OK selected      | OK selected
      SELECT nowhere                     | BAD guest   | NO authenticated | NO authenticated
      EXAMINE INBOX                      | BAD guest   | OK selected      | OK selected
      EXAMINE nowhere                    | BAD guest   | NO authenticated | NO authenticated
      CREATE new                         | BAD guest   | OK authenticated | OK selected
      DELETE box                         | BAD guest   | OK authenticated | OK selected
      RENAME box new                     | BAD guest   | OK authenticated | OK selected
      SUBSCRIBE box                      | BAD guest   | OK authenticated | OK selected
      UNSUBSCRIBE box                    | BAD guest   | OK authenticated | OK selected
      LIST "" *                          | BAD guest   | OK authenticated | OK selected
      LSUB "" *                          | BAD guest   | OK authenticated | OK selected
      STATUS box (MESSAGES)              | BAD guest   | OK authenticated | OK selected
      ENABLE CONDSTORE                   | BAD guest   | OK authenticated | OK selected
      NAMESPACE                          | BAD guest   | OK authenticated | OK selected
      APPEND box {1+}^x                  | BAD guest   | OK authenticated | OK selected
      COMPRESS DEFLATE                   | BAD guest   | OK authenticated | OK selected
      GETQUOTA user1@localhost           | BAD guest   | OK authenticated | OK selected
      GETQUOTAROOT INBOX                 | BAD guest   | OK authenticated | OK selected
      SETQUOTA user1@localhost ()        | BAD guest   | NO authenticated | NO selected
      IDLE^DONE                          | BAD guest   | OK authenticated | OK selected
      CHECK                              | BAD guest   | BAD authenticated | OK selected
      CLOSE                              | BAD guest   | BAD authenticated | OK authenticated
      UNSELECT                           | BAD guest   | BAD authenticated | OK authenticated
      EXPUNGE                            | BAD guest   | BAD authenticated | OK selected
      UID EXPUNGE 1                      | BAD guest   | BAD authenticated | OK selected
      SEARCH ALL                         | BAD guest   | BAD authenticated | OK selected
      UID SEARCH ALL                     | BAD guest   | BAD authenticated | OK selected
      SORT (DATE) UTF-8 ALL              | BAD guest   | BAD authenticated | OK selected
      UID SORT (DATE) UTF-8 ALL          | BAD guest   | BAD authenticated | OK selected
      THREAD REFERENCES UTF-8 ALL        | BAD guest   | BAD authenticated | OK selected
      UID THREAD REFERENCES UTF-8 ALL    | BAD guest   | BAD authenticated | OK selected
      FETCH 1 FLAGS                      | BAD guest   | BAD authenticated | OK selected
      UID FETCH 1 FLAGS                  | BAD guest   | BAD authenticated | OK selected
      STORE 1 FLAGS ()                   | BAD guest   | BAD authenticated | OK selected
      UID STORE 1 FLAGS ()               | BAD guest   | BAD authenticated | OK selected
      REPLACE 1 box {1+}^x               | BAD guest   | BAD authenticated | OK selected
      UID REPLACE 1 box {1+}^x           | BAD guest   | BAD authenticated | OK selected
      COPY 1 box                         | BAD guest   | BAD authenticated | OK selected
      UID COPY 1 box                     | BAD guest   | BAD authenticated | OK selected
      MOVE 1 box                         | BAD guest   | BAD authenticated | OK selected
      UID MOVE 1 box                     | BAD guest   | BAD authenticated | OK selected
      NONSENSE                           | BAD guest   | BAD authenticated | BAD selected
      UID NONSENSE                       | BAD guest   | BAD authenticated | BAD selected
      """;

  /** A cell of the table. */
  record Case(String command, SessionState state, String result, SessionState after) {}

  static Stream<Case> cases() {
    return TABLE.lines().flatMap(StatesTest::row);
  }

  private static Stream<Case> row(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    return Stream.of(
        cell(cells, 1, GUEST), cell(cells, 2, AUTHENTICATED), cell(cells, 3, SELECTED));
  }

  private static Case cell(List<String> cells, int column, SessionState state) {
    List<String> words = List.of(cells.get(column).split(" ", -1));
    return new Case(cells.getFirst(), state, words.getFirst(), state(words.getLast()));
  }

  private static SessionState state(String name) {
    return switch (name) {
      case "guest" -> GUEST;
      case "authenticated" -> AUTHENTICATED;
      case "selected" -> SELECTED;
      case "logout" -> LOGOUT;
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAndGoesOn(Case wanted) {
    try (MemoryConnection connection = connectIn(wanted.state())) {
      MemoryClient client = connection.client();
      if (wanted.command().startsWith("IDLE") && wanted.result().equals("OK")) {
        client.sendLine("x IDLE");
        client.expectLinesUntil("+ ");
        client.sendLine("DONE");
      } else {
        client.sendLine("x " + wanted.command().replace("^DONE", "").replace("^", "\r\n"));
      }
      assertThat(client.expectLinesUntil("x ").getLast()).startsWith("x " + wanted.result());
      if (wanted.command().equals("STARTTLS") && wanted.result().equals("OK")) {
        client.startTls();
      }
      connection.settle();
      assertThat(connection.meter().states().getLast()).isEqualTo(wanted.after());
      assertThat(connection.meter().commands().getLast().result().name())
          .isEqualTo(wanted.result());
    }
  }

  @Test
  void theTableHasEveryCommand() {
    String names =
        TABLE
            .lines()
            .map(line -> line.startsWith("UID") ? line.replaceAll("^(UID \\w+).*", "$1") : line)
            .map(line -> line.replaceAll("^(UID \\w+|\\w+).*", "$1"))
            .distinct()
            .collect(Collectors.joining(","));
    assertThat(List.of(names.split(",", -1))).containsAll(new World().plugin().commands());
  }

  /** Nothing is answered once a session has left. */
  @Test
  void logoutIsTheEnd() {
    try (MemoryConnection connection = connectIn(SELECTED)) {
      connection.client().sendLine("x LOGOUT\r\ny NOOP");
      connection.client().expectLinesUntil("x OK");
      connection.client().expectClosed();
      assertThat(connection.meter().states().getLast()).isEqualTo(LOGOUT);
    }
  }

  private static MemoryConnection connectIn(SessionState state) {
    MemoryConnection connection = new World().connect();
    MemoryClient client = connection.client();
    client.expectLineStarting("* OK");
    if (state != GUEST) {
      client.sendLine("l LOGIN user1 pass\r\nm CREATE box\r\nn APPEND INBOX {1+}\r\nx");
      client.expectLinesUntil("n OK");
    }
    if (state == SELECTED) {
      client.sendLine("o SELECT INBOX");
      client.expectLinesUntil("o OK");
    }
    return connection;
  }
}
