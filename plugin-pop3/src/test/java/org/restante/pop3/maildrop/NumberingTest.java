package org.restante.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.restante.message.UidSet;

class NumberingTest {

  @Property
  void numbersAreThePlacesInTheOrderOfUids(
      @ForAll Set<@IntRange(min = 1, max = 60) Integer> chosen) {
    List<Long> uids = new ArrayList<>();
    new TreeSet<>(chosen).forEach(uid -> uids.add((long) uid));
    Numbering numbering = new Numbering(UidSet.of(uids));
    assertThat(numbering.count()).isEqualTo(uids.size());
    for (int i = 0; i < uids.size(); i++) {
      assertThat(numbering.uid(i + 1)).isEqualTo(uids.get(i));
      assertThat(numbering.number(uids.get(i))).isEqualTo(i + 1);
    }
  }
}
