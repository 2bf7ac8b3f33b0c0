package org.restante.mailstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.restante.account.AccountId;
import org.restante.mail.MailStore;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxView;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.NoSuchMailbox;

/** A store, and beside it the same mail in plain maps. */
final class MailModel {
  private static final OffsetDateTime DATE = OffsetDateTime.parse("2020-01-01T00:00:00Z");
  private static final int OCTETS = 2_000;
  private static final int MESSAGES = 30;

  private final MailStore store;
  private final AccountId account;
  private final TreeMap<MailboxName, Box> boxes = new TreeMap<>();

  MailModel(MailStore store, AccountId account) {
    this.store = store;
    this.account = account;
    boxes.put(MailboxName.INBOX, new Box());
  }

  /** One operation; the numbers choose mailboxes, messages, flags. */
  record Step(Kind kind, int a, int b, int c) {
    enum Kind {
      APPEND,
      APPEND_TWO,
      FLAG,
      UNFLAG,
      COPY,
      MOVE,
      EXPUNGE,
      EXPUNGE_DELETED,
      CREATE,
      DELETE,
      RENAME
    }
  }

  /** What a message is in the model. */
  record Letter(int size, Flags flags) {}

  private static final class Box {
    final TreeMap<Long, Letter> letters = new TreeMap<>();
    long uidNext = 1;

    void add(Letter letter) {
      letters.put(uidNext++, letter);
    }

    long octets() {
      return letters.values().stream().mapToLong(Letter::size).sum();
    }

    long without(SystemFlag flag) {
      return letters.values().stream().filter(letter -> !letter.flags().has(flag)).count();
    }
  }

  void apply(Step step) {
    try {
      switch (step.kind()) {
        case APPEND -> append(name(step.a), 1, step.b, flag(step.c));
        case APPEND_TWO -> append(name(step.a), 2, step.b, flag(step.c));
        case FLAG -> flag(name(step.a), uids(step.b), FlagUpdate.Mode.ADD, flag(step.c));
        case UNFLAG -> flag(name(step.a), uids(step.b), FlagUpdate.Mode.REMOVE, flag(step.c));
        case COPY -> copy(name(step.a), uids(step.b), name(step.c));
        case MOVE -> move(name(step.a), uids(step.b), name(step.c));
        case EXPUNGE -> expunge(name(step.a), uids(step.b), ExpungeScope.ALL);
        case EXPUNGE_DELETED -> expunge(name(step.a), UidSet.ALL, ExpungeScope.DELETED_ONLY);
        case CREATE -> create(name(step.a));
        case DELETE -> delete(name(step.a));
        case RENAME -> rename(name(step.a), name(step.b));
      }
    } catch (MailRefusal e) {
      assertThat(e.getMessage()).isNotBlank(); // the model was not changed: compare shows it
    }
  }

  void compare() {
    List<Mailbox> mailboxes = store.mailboxes(account);
    assertThat(mailboxes).extracting(Mailbox::name).containsExactlyElementsOf(boxes.keySet());
    for (Mailbox mailbox : mailboxes) {
      compare(mailbox, box(mailbox.name()));
    }
    assertThat(store.usage(account).octets()).isEqualTo(octets());
    assertThat(store.usage(account).messages()).isEqualTo(messages());
  }

  private void compare(Mailbox mailbox, Box box) {
    assertThat(mailbox.exists()).isEqualTo(box.letters.size());
    assertThat(mailbox.octets()).isEqualTo(box.octets());
    assertThat(mailbox.unseen()).isEqualTo(box.without(SystemFlag.SEEN));
    assertThat(mailbox.deleted()).isEqualTo(box.letters.size() - box.without(SystemFlag.DELETED));
    assertThat(mailbox.uidNext()).isEqualTo(box.uidNext);
    MailboxView view = store.view(mailbox.ref());
    assertThat(view.present(UidSet.ALL)).isEqualTo(UidSet.of(box.letters.keySet()));
    assertThat(view.mailbox()).isEqualTo(mailbox);
    int index = 0;
    for (Letter letter : box.letters.values()) {
      assertThat(view.flags(index++)).isEqualTo(letter.flags());
    }
  }

  private void append(MailboxName name, int count, int length, Flags flags) {
    byte[] octets = "x".repeat(10 * length).getBytes(UTF_8);
    try (MessageDraft draft = store.draft()) {
      draft.write(octets);
      List<NewMessage> messages = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        messages.add(new NewMessage(draft, flags, DATE));
      }
      store.append(ref(name).ref(), messages);
    }
    assertThat(fits((long) count * octets.length, count)).isTrue();
    for (int i = 0; i < count; i++) {
      box(name).add(new Letter(octets.length, flags));
    }
  }

  private void flag(MailboxName name, UidSet uids, FlagUpdate.Mode mode, Flags flags) {
    FlagUpdate update = new FlagUpdate(mode, flags);
    store.updateFlags(ref(name).ref(), uids, update);
    box(name)
        .letters
        .replaceAll(
            (uid, letter) ->
                uids.contains(uid)
                    ? new Letter(letter.size(), update.applyTo(letter.flags()))
                    : letter);
  }

  private void copy(MailboxName from, UidSet uids, MailboxName to) {
    store.copy(ref(from).ref(), uids, ref(to).ref());
    List<Letter> copied = chosen(from, uids);
    long octets = copied.stream().mapToLong(Letter::size).sum();
    assertThat(fits(octets, copied.size())).isTrue();
    copied.forEach(box(to)::add);
  }

  private void move(MailboxName from, UidSet uids, MailboxName to) {
    store.move(ref(from).ref(), uids, ref(to).ref());
    List<Letter> moved = chosen(from, uids);
    box(from).letters.keySet().removeIf(uids::contains);
    moved.forEach(box(to)::add);
  }

  private void expunge(MailboxName name, UidSet uids, ExpungeScope scope) {
    store.expunge(ref(name).ref(), uids, scope);
    box(name)
        .letters
        .entrySet()
        .removeIf(
            e ->
                uids.contains(e.getKey())
                    && (scope == ExpungeScope.ALL || e.getValue().flags().has(SystemFlag.DELETED)));
  }

  private void create(MailboxName name) {
    store.create(account, name, Optional.empty());
    assertThat(boxes.putIfAbsent(name, new Box())).isNull();
  }

  private void delete(MailboxName name) {
    store.delete(account, name);
    assertThat(boxes.remove(name)).isNotNull();
  }

  private void rename(MailboxName from, MailboxName to) {
    store.rename(account, from, to);
    if (from.isInbox()) {
      Box target = new Box();
      box(from).letters.values().forEach(target::add);
      box(from).letters.clear();
      boxes.put(to, target);
      return;
    }
    Map<MailboxName, Box> moved = new TreeMap<>();
    boxes.forEach(
        (name, box) -> {
          if (name.equals(from) || name.isBelow(from)) {
            moved.put(name, box);
          }
        });
    boxes.keySet().removeAll(moved.keySet());
    moved.forEach((name, box) -> boxes.put(name.moved(from, to), box));
  }

  private List<Letter> chosen(MailboxName from, UidSet uids) {
    return box(from).letters.entrySet().stream()
        .filter(e -> uids.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private boolean fits(long octets, long messages) {
    return octets() + octets <= OCTETS && messages() + messages <= MESSAGES;
  }

  private long octets() {
    return boxes.values().stream().mapToLong(Box::octets).sum();
  }

  private long messages() {
    return boxes.values().stream().mapToLong(box -> box.letters.size()).sum();
  }

  private Mailbox ref(MailboxName name) {
    return store.mailbox(account, name).orElseThrow(() -> new NoSuchMailbox(name.toString()));
  }

  private Box box(MailboxName name) {
    return Objects.requireNonNull(boxes.get(name));
  }

  private static MailboxName name(int choice) {
    List<String> names = List.of("INBOX", "INBOX", "a", "a/b", "b", "c/d", "a", "INBOX/x");
    return MailboxName.parse(names.get(choice), '/');
  }

  private static UidSet uids(int choice) {
    return switch (choice) {
      case 0 -> UidSet.ALL;
      case 1 -> UidSet.range(2, 5);
      case 2 -> UidSet.EMPTY;
      default -> UidSet.of(choice).union(UidSet.of(2L * choice));
    };
  }

  private static Flags flag(int choice) {
    return switch (choice) {
      case 0 -> Flags.NONE;
      case 6 -> new Flags(0, List.of("$Work"));
      case 7 -> new Flags(SystemFlag.SEEN.bit(), List.of("$Home", "$Work"));
      default -> Flags.of(List.of(SystemFlag.values()).get(choice - 1));
    };
  }
}
