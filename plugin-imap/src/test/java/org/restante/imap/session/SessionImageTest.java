package org.restante.imap.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.imap.extension.Feature;
import org.restante.imap.session.SessionImage.SelectedImage;
import org.restante.message.UidSet;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/** The format of a suspended session, octet by octet. */
class SessionImageTest {
  private static final String VERSION_1 =
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

  private static final String GOLDEN =
      VERSION_1
              .replaceFirst("^0003", "0004") // fields
              .replace("00000057" + "0006", "00000073" + "0008")
          + "0007" // MODSEQ of the numbering
          + "00000008"
          + "0000000000000029"
          + "0008" // saved: 2
          + "00000008"
          + "0000000200000002"
          + "0004" // features CONDSTORE and QRESYNC
          + "00000011"
          + "434f4e4453544f52452051524553594e43";

  private static final SessionImage IDLING =
      idling(EnumSet.of(Feature.CONDSTORE, Feature.QRESYNC), 41, UidSet.of(2));
  private static final SessionImage PLAIN = idling(Set.of(), 1, UidSet.EMPTY);

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
    SuspendedSession state = IDLING.suspended(2).orElseThrow();
    assertThat(HexFormat.of().formatHex(state.octets())).isEqualTo(GOLDEN);
    assertThat(state.version()).isEqualTo(2);
    assertThat(state.protocol()).isEqualTo("imap");
  }

  @Test
  void isWrittenForTheRevisionBeforeWhereNothingIsEnabled() throws UnreadableSession {
    SuspendedSession state = PLAIN.suspended(1).orElseThrow();
    assertThat(HexFormat.of().formatHex(state.octets())).isEqualTo(VERSION_1);
    assertThat(SessionImage.read(state)).isEqualTo(PLAIN);
    assertThat(IDLING.suspended(1)).isEmpty();
  }

  @Test
  void isReadBack() throws UnreadableSession {
    SessionImage guest = new SessionImage(Optional.empty(), "", Set.of(), Optional.empty());
    SessionImage inside =
        new SessionImage(Optional.of(new AccountId(1)), "", Set.of(), Optional.empty());
    for (SessionImage image : List.of(IDLING, guest, inside)) {
      assertThat(SessionImage.read(image.suspended(2).orElseThrow())).isEqualTo(image);
    }
  }

  @Test
  void anotherVersionIsNotRead() {
    SuspendedSession now = IDLING.suspended(2).orElseThrow();
    SuspendedSession later = new SuspendedSession("imap", 3, now.octets());
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
