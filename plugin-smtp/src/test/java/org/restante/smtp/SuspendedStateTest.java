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
      "01"
          + "0001"
          + "63"
          + "01"
          + "0000000000000007"
          + "00000002"
          + "00000003"
          + "01"
          + "0001"
          + "61"
          + "0001"
          + "62"
          + "0003"
          + "614062"
          + "00000000000004d2"
          + "01"
          + "00000001"
          + "0001"
          + "78"
          + "0000"
          + "0001"
          + "78"
          + "0000000000000009"
          + "00000002"
          + "4e4f";

  @Test
  void goldenOctets() throws UnreadableSession {
    assertThat(HexFormat.of().formatHex(state().suspended().octets())).isEqualTo(GOLDEN);
    SuspendedState again = read(HexFormat.of().parseHex(GOLDEN));
    assertThat(HexFormat.of().formatHex(again.suspended().octets())).isEqualTo(GOLDEN);
    assertThat(again.transaction().orElseThrow().recipients())
        .isEqualTo(state().transaction().orElseThrow().recipients());
  }

  @Test
  void goldenOctetsOfANewSession() throws UnreadableSession {
    String golden = "00" + "0000000000000000" + "00000000" + "00000000" + "00" + "00000000";
    assertThat(HexFormat.of().formatHex(SuspendedState.NEW.suspended().octets())).isEqualTo(golden);
    assertThat(read(HexFormat.of().parseHex(golden)).hello()).isEmpty();
  }

  @Test
  void refusesOtherVersionsAndEveryCut() {
    byte[] octets = state().suspended().octets();
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
