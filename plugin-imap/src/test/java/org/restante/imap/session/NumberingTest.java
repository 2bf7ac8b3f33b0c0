package org.restante.imap.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.restante.message.UidSet;

/** A numbering kept as ranges numbers like a list. */
class NumberingTest {

  @Property
  void numbersLikeList(@ForAll Set<@LongRange(min = 1, max = 60) Long> uids) {
    List<Long> list = uids.stream().sorted().toList();
    Numbering numbering = new Numbering.OfRanges(UidSet.of(uids), 1);
    assertThat(numbering.size()).isEqualTo(list.size());
    for (int i = 0; i < list.size(); i++) {
      assertThat(numbering.uid(i)).isEqualTo(list.get(i));
      assertThat(numbering.indexOf(list.get(i))).isEqualTo(i);
    }
    for (long uid = 1; uid <= 61; uid++) {
      int expected = java.util.Collections.binarySearch(list, uid);
      assertThat(numbering.indexOf(uid)).isEqualTo(expected);
    }
  }

  @Property
  void choosesLikeList(
      @ForAll Set<@LongRange(min = 1, max = 60) Long> uids,
      @ForAll @LongRange(min = 1, max = 60) long one,
      @ForAll @LongRange(min = 1, max = 60) long other) {
    List<Long> list = uids.stream().sorted().toList();
    Numbering numbering = new Numbering.OfRanges(UidSet.of(uids), 1);
    UidSet wanted = UidSet.range(one, other);
    assertThat(numbering.present(wanted))
        .isEqualTo(UidSet.of(list.stream().filter(wanted::contains).toList()));
    UidSet.Builder numbered = new UidSet.Builder();
    wanted.stream()
        .filter(number -> number <= list.size())
        .forEach(number -> numbered.add(list.get((int) number - 1)));
    assertThat(numbering.numbered(wanted)).isEqualTo(numbered.build());
  }
}
