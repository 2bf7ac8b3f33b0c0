package org.restante.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.smtp.SmtpSession.Hello;
import org.restante.smtp.delivery.AcceptedRecipient;
import org.restante.smtp.path.Path;

/** The octets are a contract between revisions: a change of them is a new version. */
class SuspendedStateTest {
  private static final String GOLDEN =
      "0006"
          + ("0001" + "00000010" + "0002")
          + ("0001" + "00000001" + "63")
          + ("0002" + "00000001" + "01")
          + ("0002" + "00000008" + "0000000000000007")
          + ("0003" + "00000008" + "0000000000000002")
          + ("0004" + "00000008" + "0000000000000003")
          + ("0005" + "00000060" + "0004")
          + ("0001" + "00000019" + "0003")
          + ("0001" + "00000001" + "61")
          + ("0002" + "00000001" + "62")
          + ("0003" + "00000003" + "614062")
          + ("0002" + "00000008" + "00000000000004d2")
          + ("0003" + "00000001" + "01")
          + ("0004" + "00000024" + "0004")
          + ("0001" + "00000001" + "78")
          + ("0002" + "00000000")
          + ("0003" + "00000001" + "78")
          + ("0004" + "00000008" + "0000000000000009")
          + ("0006" + "00000002" + "4e4f");

  @Test
  void goldenOctets() throws UnreadableSession {
    assertThat(HexFormat.of().formatHex(state().suspended(1).octets())).isEqualTo(GOLDEN);
    SuspendedState again = read(HexFormat.of().parseHex(GOLDEN));
    assertThat(HexFormat.of().formatHex(again.suspended(1).octets())).isEqualTo(GOLDEN);
    assertThat(again.transaction().orElseThrow().recipients())
        .isEqualTo(state().transaction().orElseThrow().recipients());
  }

  @Test
  void goldenOctetsOfANewSession() throws UnreadableSession {
    String golden =
        "0002"
            + ("0003" + "00000008" + "0000000000000000")
            + ("0004" + "00000008" + "0000000000000000");
    assertThat(HexFormat.of().formatHex(SuspendedState.NEW.suspended(1).octets()))
        .isEqualTo(golden);
    assertThat(read(HexFormat.of().parseHex(golden)).hello()).isEmpty();
  }

  @Test
  void refusesOtherVersionsAndEveryCut() {
    byte[] octets = state().suspended(1).octets();
    assertThatThrownBy(() -> SuspendedState.read(new SuspendedSession("smtp", 2, octets)))
        .isInstanceOf(UnreadableSession.class);
    for (int length = 0; length <= octets.length + 1; length++) {
      if (length != octets.length) {
        byte[] other = Arrays.copyOf(octets, length);
        assertThatThrownBy(() -> read(other)).isInstanceOf(UnreadableSession.class);
      }
    }
  }

  @Property
  void readsOrRefusesAnything(@ForAll byte[] octets) {
    try {
      assertThat(read(octets)).isNotNull();
    } catch (UnreadableSession refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  private static SuspendedState read(byte[] octets) throws UnreadableSession {
    return SuspendedState.read(new SuspendedSession("smtp", 1, octets));
  }

  private static SuspendedState state() {
    Transaction transaction = new Transaction(new Path("a", "b", "a@b"), OptionalLong.of(1234));
    transaction.add(new AcceptedRecipient(new Path("x", "", "x"), new AccountId(9)), true);
    return new SuspendedState(
        Optional.of(new Hello("c", true)),
        Optional.of(new AccountId(7)),
        2,
        3,
        Optional.of(transaction),
        "NO".getBytes(US_ASCII));
  }
}
