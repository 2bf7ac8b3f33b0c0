package org.restante.imap.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.imap.session.SessionImage.SelectedImage;
import org.restante.message.UidSet;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/** The format of a suspended session, octet by octet. */
class SessionImageTest {
  private static final String VERSION_1 =
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

  private static final String GOLDEN =
      "01" // account
          + "00000008"
          + "0000000000000007"
          + "02" // idle tag a7
          + "00000004"
          + "00026137"
          + "03" // features CONDSTORE and QRESYNC
          + "00000013"
          + "0011434f4e4453544f52452051524553594e43"
          + "04" // mailbox, UIDVALIDITY, read-only, MODSEQs
          + "00000021"
          + "0000000000000009"
          + "00000000000003e8"
          + "01"
          + "000000000000002a"
          + "0000000000000029"
          + "05" // numbering: 1:3,7
          + "00000014"
          + "00000002"
          + "0000000100000003"
          + "0000000700000007"
          + "06" // recent: 4294967295
          + "0000000c"
          + "00000001"
          + "ffffffffffffffff"
          + "07" // saved: 2
          + "0000000c"
          + "00000001"
          + "0000000200000002";

  private static final SessionImage IDLING =
      idling(EnumSet.of(Feature.CONDSTORE, Feature.QRESYNC), 41, UidSet.of(2));

  private static SessionImage idling(Set<Feature> features, long numberedAt, UidSet saved) {
    return new SessionImage(
        Optional.of(new AccountId(7)),
        "a7",
        features,
        Optional.of(
            new SelectedImage(
                9,
                1000,
                true,
                42,
                numberedAt,
                UidSet.range(1, 3).union(UidSet.of(7)),
                UidSet.of(UidSet.MAX_UID),
                saved)));
  }

  @Test
  void isWrittenLikeThis() {
    SuspendedSession state = IDLING.suspended();
    assertThat(HexFormat.of().formatHex(state.octets())).isEqualTo(GOLDEN);
    assertThat(state.version()).isEqualTo(2);
    assertThat(state.protocol()).isEqualTo("imap");
  }

  @Test
  void isReadBack() throws UnreadableSession {
    assertThat(SessionImage.read(IDLING.suspended())).isEqualTo(IDLING);
    SessionImage guest = new SessionImage(Optional.empty(), "", Set.of(), Optional.empty());
    assertThat(SessionImage.read(guest.suspended())).isEqualTo(guest);
    SessionImage inside =
        new SessionImage(Optional.of(new AccountId(1)), "", Set.of(), Optional.empty());
    assertThat(SessionImage.read(inside.suspended())).isEqualTo(inside);
  }

  @Test
  void theVersionBeforeIsReadToo() throws UnreadableSession {
    byte[] octets = HexFormat.of().parseHex(VERSION_1);
    assertThat(SessionImage.read(new SuspendedSession("imap", 1, octets)))
        .isEqualTo(idling(Set.of(), 1, UidSet.EMPTY));
  }

  @Test
  void anUnknownFieldIsNotPassedOver() {
    byte[] octets = HexFormat.of().parseHex("7f00000000");
    assertThatThrownBy(() -> SessionImage.read(new SuspendedSession("imap", 2, octets)))
        .isInstanceOf(UnreadableSession.class)
        .hasMessageContaining("unknown field 127");
  }

  @Test
  void anotherVersionIsNotRead() {
    SuspendedSession later = new SuspendedSession("imap", 3, IDLING.suspended().octets());
    assertThatThrownBy(() -> SessionImage.read(later))
        .isInstanceOf(UnreadableSession.class)
        .hasMessageContaining("version 3");
  }

  @Property
  void damageIsNamed(@ForAll byte[] octets, @ForAll @IntRange(min = 1, max = 2) int version) {
    try {
      assertThat(SessionImage.read(new SuspendedSession("imap", version, octets))).isNotNull();
    } catch (UnreadableSession expected) {
      assertThat(expected).hasMessageContaining("state");
    }
  }
}
