package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class UidSetTest {

  @Property
  void minusLeavesThoseThatTheOtherHasNot(
      @ForAll Set<@LongRange(min = 1, max = 30) Long> some,
      @ForAll Set<@LongRange(min = 1, max = 30) Long> others) {
    List<Long> left = some.stream().filter(uid -> !others.contains(uid)).sorted().toList();
    assertThat(UidSet.of(some).minus(UidSet.of(others)).stream().boxed().toList()).isEqualTo(left);
  }

  @Test
  void minusCostsRangesNotMembers() {
    assertThat(UidSet.ALL.minus(UidSet.of(5))).hasToString("1:4,6:4294967295");
    assertThat(UidSet.of(5).minus(UidSet.ALL)).isEqualTo(UidSet.EMPTY);
  }
}
