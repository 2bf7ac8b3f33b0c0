package org.restante.bench.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** A client of the model: its two boxes, and what it does next. */
final class Client {
  private static final int CROWDED = 60;
  private static final int ACCOUNTS = 4;

  private final long seed;
  private final int number;
  private final List<Box> boxes;
  private long done;

  Client(long seed, int number, List<Box> boxes, long done) {
    this.seed = seed;
    this.number = number;
    this.boxes = boxes;
    this.done = done;
  }

  /** A client that has done nothing. */
  static Client fresh(long seed, int number) {
    return new Client(seed, number, List.of(Box.empty(), Box.empty()), 0);
  }

  Client copy() {
    return new Client(seed, number, boxes.stream().map(Box::copy).toList(), done);
  }

  int number() {
    return number;
  }

  long done() {
    return done;
  }

  Box box(int which) {
    return boxes.get(which);
  }

  /** The account that its boxes are in. */
  int account() {
    return number % ACCOUNTS;
  }

  static int accounts() {
    return ACCOUNTS;
  }

  /** What it does next. */
  Operation next() {
    Random random = new Random(seed * 31 + number * 1_000_003L + done * 7_919L);
    random.nextInt(); // seeds that are close begin alike
    int box = random.nextInt(2);
    if (boxes.get(box).letters().isEmpty()) {
      return append(box, random);
    }
    if (boxes.get(box).letters().size() > CROWDED) {
      return new Operation.Expunge(box, boxes.get(box).some(random, CROWDED / 2));
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> append(box, random);
      case 3, 4 -> flag(box, random);
      case 5 -> new Operation.Copy(box, boxes.get(box).some(random, 5));
      case 6 -> new Operation.Move(box, boxes.get(box).some(random, 10));
      case 7 -> new Operation.Expunge(box, boxes.get(box).some(random, 10));
      default -> deliver(random);
    };
  }

  /** Moves the model on: this operation is done. */
  void apply(Operation operation) {
    switch (operation) {
      case Operation.Append(int box, List<Letter> letters) -> boxes.get(box).add(letters);
      case Operation.Flag(int box, UidSet uids, FlagUpdate update) ->
          uids.stream()
              .forEach(
                  uid ->
                      boxes
                          .get(box)
                          .letters()
                          .computeIfPresent(
                              uid, (id, now) -> now.flagged(update.applyTo(now.flags()))));
      case Operation.Copy(int from, UidSet uids) ->
          boxes.get(1 - from).add(boxes.get(from).get(uids));
      case Operation.Move(int from, UidSet uids) ->
          boxes.get(1 - from).add(boxes.get(from).remove(uids));
      case Operation.Expunge(int box, UidSet uids) -> boxes.get(box).remove(uids);
      case Operation.Deliver delivered -> {}
    }
    done++;
  }

  private Operation append(int box, Random random) {
    List<Letter> letters = new ArrayList<>();
    int count = random.nextInt(5) == 0 ? 1 + random.nextInt(8) : 1;
    for (int i = 0; i < count; i++) {
      letters.add(Letter.random(content() + i, flags(random), random));
    }
    return new Operation.Append(box, letters);
  }

  private Operation flag(int box, Random random) {
    FlagUpdate.Mode mode = FlagUpdate.Mode.values()[random.nextInt(3)];
    UidSet uids = boxes.get(box).some(random, 20);
    return new Operation.Flag(box, uids, new FlagUpdate(mode, flags(random)));
  }

  private Operation deliver(Random random) {
    List<Integer> accounts =
        IntStream.range(0, ACCOUNTS).filter(i -> random.nextInt(3) > 0).boxed().toList();
    List<Integer> to = accounts.isEmpty() ? List.of(account()) : accounts;
    Letter letter = Letter.random(content(), Flags.NONE, random);
    return new Operation.Deliver("delivery-" + number + "-" + done, letter, to);
  }

  /** Numbers of contents: eight for each operation, never twice. */
  private long content() {
    return (number * 1_000_000L + done) * 8 + 1;
  }

  private static Flags flags(Random random) {
    Flags flags = random.nextBoolean() ? Flags.of(SystemFlag.SEEN) : Flags.of(SystemFlag.FLAGGED);
    return random.nextInt(4) == 0
        ? flags.plus(new Flags(0, List.of("$Label" + random.nextInt(3))))
        : flags;
  }
}
