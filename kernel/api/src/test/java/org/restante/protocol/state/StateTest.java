package org.restante.protocol.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.restante.message.UidSet;

class StateTest {
  private static final int OPTIONAL = 0x8001;

  @Test
  void isWrittenLikeThis() {
    byte[] state =
        new StateWriter()
            .number(1, -2)
            .flag(2, true)
            .text(3, "é")
            .uids(4, UidSet.range(1, 3).union(UidSet.of(UidSet.MAX_UID)))
            .group(5, group -> group.octets(1, new byte[] {7}))
            .state();
    assertThat(HexFormat.of().formatHex(state))
        .isEqualTo(
            "0005"
                + ("0001" + "00000008" + "fffffffffffffffe")
                + ("0002" + "00000001" + "01")
                + ("0003" + "00000002" + "c3a9")
                + ("0004" + "00000010" + "0000000100000003" + "ffffffffffffffff")
                + ("0005" + "00000009" + "0001" + ("0001" + "00000001" + "07")));
  }

  @Property
  void readsWhatWasWritten(
      @ForAll long number,
      @ForAll boolean flag,
      @ForAll byte[] octets,
      @ForAll List<Integer> list) {
    StateWriter out = new StateWriter().flag(9, flag).octets(7, octets).number(8, number);
    list.forEach(item -> out.group(6, group -> group.number(1, item)));
    StateReader.read(
        out.state(),
        in -> {
          assertThat(in.expectNumber(8)).isEqualTo(number);
          assertThat(in.takeNumber(8)).isEmpty();
          assertThat(in.takeGroups(6, group -> (int) group.expectNumber(1))).isEqualTo(list);
          assertThat(in.expectFlag(9)).isEqualTo(flag);
          assertThat(in.takeOctets(7)).isEqualTo(octets);
          return in;
        });
  }

  @Test
  void skipsOptionalFieldsThatItDoesNotKnowAndNoOthers() {
    byte[] later = new StateWriter().number(1, 5).text(OPTIONAL, "new").state();
    long read = StateReader.read(later, in -> in.expectNumber(1));
    assertThat(read).isEqualTo(5);
    byte[] other = new StateWriter().number(1, 5).text(2, "new").state();
    assertThatThrownBy(() -> StateReader.read(other, in -> in.expectNumber(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("field 2");
    byte[] inner = new StateWriter().group(1, group -> group.flag(3, true)).state();
    assertThatThrownBy(() -> StateReader.read(inner, in -> in.expectGroup(1, group -> group)))
        .hasMessageContaining("field 3");
  }

  @Test
  void namesWhatIsMissingOrOfAnotherKind() {
    byte[] state = new StateWriter().text(1, "four").number(2, -1).state();
    assertThatThrownBy(() -> StateReader.read(state, in -> in.expectText(3)))
        .hasMessage("field 3 is missing");
    assertThatThrownBy(() -> StateReader.read(state, in -> in.expectNumber(1)))
        .hasMessage("field 1 is no number");
    assertThatThrownBy(() -> StateReader.read(state, in -> in.expectCount(2)))
        .hasMessage("field 2 is no count: -1");
    assertThatThrownBy(() -> StateReader.read(state, in -> in.expectFlag(1)))
        .hasMessage("field 1 is neither yes nor no");
  }

  @Test
  void refusesEveryCutAndEveryAddition() {
    byte[] state = new StateWriter().number(1, 1).text(OPTIONAL, "x").state();
    for (int length = 0; length <= state.length + 1; length++) {
      if (length != state.length) {
        byte[] other = Arrays.copyOf(state, length);
        assertThatThrownBy(() -> StateReader.read(other, in -> in.expectNumber(1)))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }
}
