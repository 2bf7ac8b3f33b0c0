package org.restante.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.mailbox.MailboxRef;
import org.restante.message.UidSet;
import org.restante.pop3.maildrop.MaildropState;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/** The octets are a contract between revisions: a change of them is a new version. */
class SuspendedStateTest {
  private static final SuspendedState BEFORE_LOGIN =
      new SuspendedState(Optional.of("user1"), 2, 3, Optional.empty());
  private static final SuspendedState IN_TRANSACTION =
      new SuspendedState(
          Optional.empty(),
          0,
          1,
          Optional.of(
              new MaildropState(
                  new MailboxRef(new AccountId(7), 5),
                  0x0102030405L,
                  1234,
                  UidSet.of(List.of(1L, 2L, 3L, 9L, 0xFFFFFFFFL)),
                  UidSet.of(3),
                  UidSet.range(1, 2))));

  @Test
  void goldenOctetsBeforeLogin() throws UnreadableSession {
    check(
        BEFORE_LOGIN,
        "0003"
            + "0001"
            + "00000005"
            + "7573657231"
            + "0002"
            + "00000008"
            + "0000000000000002"
            + "0003"
            + "00000008"
            + "0000000000000003");
  }

  @Test
  void goldenOctetsInTransaction() throws UnreadableSession {
    check(
        IN_TRANSACTION,
        "0003"
            + ("0002" + "00000008" + "0000000000000000")
            + ("0003" + "00000008" + "0000000000000001")
            + ("0004" + "00000074" + "0007")
            + ("0001" + "00000008" + "0000000000000007")
            + ("0002" + "00000008" + "0000000000000005")
            + ("0003" + "00000008" + "0000000102030405")
            + ("0004" + "00000008" + "00000000000004d2")
            + ("0005" + "00000018" + "0000000100000003" + "0000000900000009" + "ffffffffffffffff")
            + ("0006" + "00000008" + "0000000300000003")
            + ("0007" + "00000008" + "0000000100000002"));
  }

  private static void check(SuspendedState state, String hex) throws UnreadableSession {
    assertThat(HexFormat.of().formatHex(state.suspended(1).octets())).isEqualTo(hex);
    byte[] octets = HexFormat.of().parseHex(hex);
    assertThat(SuspendedState.read(new SuspendedSession("pop3", 1, octets))).isEqualTo(state);
  }

  @Test
  void refusesOtherVersions() {
    byte[] octets = BEFORE_LOGIN.suspended(1).octets();
    assertThatThrownBy(() -> SuspendedState.read(new SuspendedSession("pop3", 2, octets)))
        .isInstanceOf(UnreadableSession.class);
    assertThatThrownBy(() -> SuspendedState.read(new SuspendedSession("imap", 1, octets)))
        .isInstanceOf(UnreadableSession.class);
  }

  @Test
  void refusesEveryCutAndEveryAddition() {
    byte[] octets = IN_TRANSACTION.suspended(1).octets();
    for (int length = 0; length <= octets.length + 1; length++) {
      if (length != octets.length) {
        byte[] other = Arrays.copyOf(octets, length);
        assertThatThrownBy(() -> SuspendedState.read(new SuspendedSession("pop3", 1, other)))
            .isInstanceOf(UnreadableSession.class);
      }
    }
  }

  @Property
  void readsOrRefusesAnything(@ForAll byte[] octets) {
    try {
      assertThat(SuspendedState.read(new SuspendedSession("pop3", 1, octets))).isNotNull();
    } catch (UnreadableSession refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }
}
