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
      "0000000000000007" // account
          + "00026137" // idle tag a7
          + "0000000000000009" // mailbox
          + "00000000000003e8" // UIDVALIDITY
          + "01" // read-only
          + "000000000000002a" // modSeq
          + "00000002" // numbering: 1:3,7
          + "0000000100000003"
          + "0000000700000007"
          + "00000001" // recent: 4294967295
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
    SuspendedSession state = IDLING.suspended();
    assertThat(HexFormat.of().formatHex(state.octets())).isEqualTo(GOLDEN);
    assertThat(state.version()).isEqualTo(1);
    assertThat(state.protocol()).isEqualTo("imap");
  }

  @Test
  void isReadBack() throws UnreadableSession {
    assertThat(SessionImage.read(IDLING.suspended())).isEqualTo(IDLING);
    SessionImage guest = new SessionImage(Optional.empty(), "", Optional.empty());
    assertThat(SessionImage.read(guest.suspended())).isEqualTo(guest);
    SessionImage inside = new SessionImage(Optional.of(new AccountId(1)), "", Optional.empty());
    assertThat(SessionImage.read(inside.suspended())).isEqualTo(inside);
  }

  @Test
  void anotherVersionIsNotRead() {
    SuspendedSession later = new SuspendedSession("imap", 2, IDLING.suspended().octets());
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
