package org.restante.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.mailbox.MailboxName;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/** The octets are a contract between revisions: a change of them is a new version. */
class SuspendedStateTest {
  private static final SuspendedState WATCHING =
      new SuspendedState(
          Optional.of(new AccountId(7)),
          List.of(
              new Told(MailboxName.INBOX, Optional.of(new Told.Counts(3, 1))),
              new Told(MailboxName.parse("a/b", '/'), Optional.empty())));

  @Test
  void goldenOctets() throws UnreadableSession {
    String octets =
        "0003"
            + ("0001" + "00000008" + "0000000000000007")
            + ("0002" + "00000029" + "0003")
            + ("0001" + "00000005" + "494e424f58")
            + ("0002" + "00000008" + "0000000000000003")
            + ("0003" + "00000008" + "0000000000000001")
            + ("0002" + "0000000b" + "0001" + "0001" + "00000003" + "612f62");
    SuspendedSession suspended = WATCHING.suspended(1);
    assertThat(HexFormat.of().formatHex(suspended.octets())).isEqualTo(octets);
    assertThat(SuspendedState.read(suspended)).isEqualTo(WATCHING);
    assertThat(SuspendedState.read(SuspendedState.FRESH.suspended(1)))
        .isEqualTo(SuspendedState.FRESH);
  }

  @Property
  void octetsOfAnyKindAreRefusedOrRead(@ForAll byte[] octets) {
    try {
      SuspendedState.read(new SuspendedSession("status", 1, octets));
    } catch (UnreadableSession refused) {
      assertThat(refused).hasMessageContaining("damaged");
    }
  }

  @Test
  void othersAreRefused() {
    byte[] octets = WATCHING.suspended(1).octets();
    assertThatThrownBy(() -> SuspendedState.read(new SuspendedSession("status", 2, octets)))
        .isInstanceOf(UnreadableSession.class);
    assertThatThrownBy(() -> SuspendedState.read(new SuspendedSession("imap", 1, octets)))
        .isInstanceOf(UnreadableSession.class);
  }
}
