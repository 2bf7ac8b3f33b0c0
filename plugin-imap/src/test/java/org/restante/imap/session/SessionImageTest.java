package org.restante.imap.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.imap.session.SessionImage.SelectedImage;
import org.restante.message.UidSet;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/** The format of a suspended session, octet by octet. */
class SessionImageTest {
  private static final String GOLDEN =
      "0003" // fields
          + "0001" // account
          + "00000008"
          + "0000000000000007"
          + "0002" // idle tag a7
          + "00000002"
          + "6137"
          + "0003" // selected
          + "00000057"
          + "0006" // fields
          + "0001" // mailbox
          + "00000008"
          + "0000000000000009"
          + "0002" // UIDVALIDITY
          + "00000008"
          + "00000000000003e8"
          + "0003" // read-only
          + "00000001"
          + "01"
          + "0004" // modSeq
          + "00000008"
          + "000000000000002a"
          + "0005" // numbering: 1:3,7
          + "00000010"
          + "0000000100000003"
          + "0000000700000007"
          + "0006" // recent: 4294967295
          + "00000008"
          + "ffffffffffffffff";

  private static final SessionImage IDLING =
      new SessionImage(
          Optional.of(new AccountId(7)),
          "a7",
          Optional.of(
              new SelectedImage(
                  9,
                  1000,
                  true,
                  42,
                  UidSet.range(1, 3).union(UidSet.of(7)),
                  UidSet.of(UidSet.MAX_UID))));

  @Test
  void isWrittenLikeThis() {
    SuspendedSession state = IDLING.suspended(1);
    assertThat(HexFormat.of().formatHex(state.octets())).isEqualTo(GOLDEN);
    assertThat(state.version()).isEqualTo(1);
    assertThat(state.protocol()).isEqualTo("imap");
  }

  @Test
  void isReadBack() throws UnreadableSession {
    assertThat(SessionImage.read(IDLING.suspended(1))).isEqualTo(IDLING);
    SessionImage guest = new SessionImage(Optional.empty(), "", Optional.empty());
    assertThat(SessionImage.read(guest.suspended(1))).isEqualTo(guest);
    SessionImage inside = new SessionImage(Optional.of(new AccountId(1)), "", Optional.empty());
    assertThat(SessionImage.read(inside.suspended(1))).isEqualTo(inside);
  }

  @Test
  void anotherVersionIsNotRead() {
    SuspendedSession later = new SuspendedSession("imap", 2, IDLING.suspended(1).octets());
    assertThatThrownBy(() -> SessionImage.read(later))
        .isInstanceOf(UnreadableSession.class)
        .hasMessageContaining("version 2");
  }

  @Property
  void damageIsNamed(@ForAll byte[] octets) {
    try {
      assertThat(SessionImage.read(new SuspendedSession("imap", 1, octets))).isNotNull();
    } catch (UnreadableSession expected) {
      assertThat(expected).hasMessageContaining("state");
    }
  }
}
