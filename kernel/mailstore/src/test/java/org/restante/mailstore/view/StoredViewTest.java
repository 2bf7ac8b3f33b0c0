package org.restante.mailstore.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.ViewDifference;
import org.restante.mailstore.schema.HotRow;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Views against a sorted map, and what they share. */
final class StoredViewTest {
  private static final Mailbox MAILBOX =
      new Mailbox(
          new MailboxRef(new AccountId(1), 1),
          MailboxName.INBOX,
          1,
          1,
          1,
          0,
          0,
          0,
          1,
          0,
          Optional.empty());

  private final TreeMap<Long, HotRow> model = new TreeMap<>();
  private final Random random = new Random(5);
  private long uidNext = 1;
  private long modSeq = 1;

  private static StoredView built(Map<Long, HotRow> rows) {
    ViewBuilder builder = new ViewBuilder();
    rows.forEach((uid, row) -> builder.add(uid, row.modSeq(), row.flags()));
    return builder.build(MAILBOX);
  }

  private static void same(StoredView view, Map<Long, HotRow> model) {
    assertThat(view.exists()).isEqualTo(model.size());
    int index = 0;
    for (Map.Entry<Long, HotRow> row : model.entrySet()) {
      assertThat(view.uid(index)).isEqualTo(row.getKey());
      assertThat(view.modSeq(index)).isEqualTo(row.getValue().modSeq());
      assertThat(view.flags(index)).isEqualTo(row.getValue().flags());
      assertThat(view.indexOf(row.getKey())).isEqualTo(index);
      index++;
    }
    assertThat(view.present(UidSet.ALL)).isEqualTo(UidSet.of(model.keySet()));
    List<Flags> flags = model.values().stream().map(HotRow::flags).toList();
    assertThat(view.keywords())
        .isEqualTo(flags.stream().flatMap(f -> f.keywords().stream()).distinct().toList());
    assertThat(view.firstUnseen())
        .isEqualTo(
            IntStream.range(0, flags.size())
                .filter(i -> !flags.get(i).has(SystemFlag.SEEN))
                .findFirst());
  }

  @Test
  void randomChangesEndAsInASortedMap() {
    StoredView view = built(model);
    for (int round = 0; round < 400; round++) {
      TreeMap<Long, HotRow> before = new TreeMap<>(model);
      StoredView older = view;
      view = view.after(List.of(change()), modSeq, MAILBOX);
      if (round % 20 == 0) {
        same(view, model);
        same(older, before);
      }
      assertThat(view.since(older)).isEqualTo(difference(before, model));
      long above = modSeq - random.nextInt(8);
      assertThat(view.changedAbove(above)).isEqualTo(changedAbove(above));
    }
    assertThat(built(model).since(view).isEmpty()).isTrue();
  }

  private UidSet changedAbove(long above) {
    return UidSet.of(
        model.entrySet().stream()
            .filter(message -> message.getValue().modSeq() > above)
            .map(Map.Entry::getKey)
            .toList());
  }

  private ViewChange change() {
    modSeq++;
    return switch (random.nextInt(4)) {
      case 0, 1 -> arrive(1 + random.nextInt(300));
      case 2 -> reflag();
      default -> leave();
    };
  }

  private ViewChange arrive(int count) {
    UidSet uids = UidSet.range(uidNext, uidNext + count - 1);
    uidNext += count + random.nextInt(3);
    List<Flags> flags = new ArrayList<>();
    uids.stream().forEach(uid -> flags.add(put(uid)));
    return new ViewChange.Arrived(uids, flags);
  }

  private ViewChange reflag() {
    List<Long> chosen = chosen();
    return new ViewChange.Reflagged(UidSet.of(chosen), chosen.stream().map(this::put).toList());
  }

  private ViewChange leave() {
    List<Long> chosen = chosen();
    chosen.forEach(model::remove);
    return new ViewChange.Left(UidSet.of(chosen));
  }

  private List<Long> chosen() {
    int density = 1 + random.nextInt(400);
    return model.keySet().stream().filter(uid -> random.nextInt(density) == 0).toList();
  }

  private Flags put(long uid) {
    Flags flags = new Flags(random.nextInt(32), random.nextInt(9) == 0 ? List.of("$K") : List.of());
    model.put(uid, new HotRow(flags, modSeq));
    return flags;
  }

  private static ViewDifference difference(Map<Long, HotRow> before, Map<Long, HotRow> after) {
    List<Long> changed = new ArrayList<>();
    after.forEach(
        (uid, row) -> {
          HotRow old = before.get(uid);
          if (old != null && old.modSeq() != row.modSeq()) {
            changed.add(uid);
          }
        });
    return new ViewDifference(
        UidSet.of(before.keySet().stream().filter(uid -> !after.containsKey(uid)).toList()),
        UidSet.of(after.keySet().stream().filter(uid -> !before.containsKey(uid)).toList()),
        UidSet.of(changed));
  }

  @Test
  void aMessageCostsSixteenOctetsAtMost() throws Exception {
    StoredView view = built(model);
    UidSet many = UidSet.range(1, 100_000);
    List<Flags> flags =
        many.stream().mapToObj(uid -> new Flags((int) uid % 32, List.of())).toList();
    view = view.after(List.of(new ViewChange.Arrived(many, flags)), 2, MAILBOX);
    assertThat(view.weight()).isBetween(arrays(view), 100_000 * 16L);
    UidSet odd = UidSet.of(many.stream().filter(uid -> uid % 2 == 1).boxed().toList());
    view = view.after(List.of(new ViewChange.Left(odd)), 3, MAILBOX);
    assertThat(view.exists()).isEqualTo(50_000);
    assertThat(view.weight()).isBetween(arrays(view), 50_000 * 16L);
    for (long uid = 100_001; uid <= 110_000; uid++) {
      UidSet one = UidSet.of(uid);
      view = view.after(List.of(new ViewChange.Arrived(one, List.of(Flags.NONE))), uid, MAILBOX);
    }
    assertThat(view.weight()).isBetween(arrays(view), 60_000 * 16L);
  }

  @Test
  void moreSetsOfFlagsThanTwoOctetsNumberAreTheSameToReaders() throws Exception {
    StoredView view = built(model);
    UidSet many = UidSet.range(1, 70_000);
    List<Flags> flags = many.stream().mapToObj(uid -> new Flags(0, List.of("k" + uid))).toList();
    view = view.after(List.of(new ViewChange.Arrived(many, flags)), 2, MAILBOX);
    assertThat(view.flags(0)).isEqualTo(flags.getFirst());
    assertThat(view.flags(66_000)).isEqualTo(flags.get(66_000));
    assertThat(view.flags(69_999)).isEqualTo(flags.getLast());
    assertThat(view.weight()).isGreaterThan(arrays(view));
  }

  /** Octets of all arrays that are in the chunks of a view, as they are. */
  private static long arrays(StoredView view) throws Exception {
    Field field = StoredView.class.getDeclaredField("chunks");
    field.setAccessible(true);
    Chunks chunks = (Chunks) field.get(view);
    long octets = arrays(chunks);
    for (int i = 0; i < chunks.count(); i++) {
      octets += arrays(chunks.get(i));
    }
    return octets;
  }

  private static long arrays(Object object) throws Exception {
    long octets = 0;
    for (Field field : object.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      octets +=
          switch (field.get(object)) {
            case int[] ints -> 16 + 4L * ints.length;
            case long[] longs -> 16 + 8L * longs.length;
            case char[] chars -> 16 + 2L * chars.length;
            case null, default -> field.getType() == long.class ? 8 : 4;
          };
    }
    return octets;
  }

  @Test
  void keywordsThatAreGoneMakeTheTableOvergrown() {
    StoredView view = built(model);
    List<Flags> none = List.of(Flags.NONE);
    view = view.after(List.of(new ViewChange.Arrived(UidSet.of(1), none)), 2, MAILBOX);
    for (int i = 0; i < 1_100; i++) {
      List<Flags> flags = List.of(new Flags(0, List.of("k" + i)));
      view = view.after(List.of(new ViewChange.Reflagged(UidSet.of(1), flags)), i, MAILBOX);
    }
    assertThat(view.overgrown()).isTrue();
    assertThat(view.keywords()).containsExactly("k1099");
  }
}
