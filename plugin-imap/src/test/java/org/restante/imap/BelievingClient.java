package org.restante.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.restante.testkit.connection.MemoryClient;

/** A client that believes the server's responses, and complains of those that can't be. */
final class BelievingClient {
  private static final Pattern RESPONSE =
      Pattern.compile("\\* (\\d+) (EXISTS|EXPUNGE|FETCH)(?: \\((.*)\\))?");
  private static final Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");
  private static final Pattern UID = Pattern.compile("UID (\\d+)");
  private static final List<String> SOME =
      List.of("\\Seen", "\\Flagged", "\\Deleted", "\\Answered", "$one", "$two");

  private final MemoryClient client;
  private final Random random;
  private final List<Message> messages = new ArrayList<>();
  private int tag;
  private boolean numbersInUse;

  /** A message as believed. */
  private static final class Message {
    private String uid = "";
    private String flags = "";
  }

  BelievingClient(MemoryClient client, Random random) {
    this.client = client;
    this.random = random;
    client.expectLineStarting("* OK");
    run("LOGIN user1 pass");
    run("SELECT INBOX");
  }

  void doSomething() {
    String set = someSet();
    String flag = SOME.get(random.nextInt(SOME.size()));
    String sign = List.of("", "+", "-").get(random.nextInt(3));
    switch (random.nextInt(12)) {
      case 0, 1 -> run("APPEND INBOX (" + flag + ") {1+}\r\nx");
      case 2 -> run("EXPUNGE");
      case 3 -> run("NOOP");
      case 4 -> run("STORE " + set + " " + sign + "FLAGS (" + flag + ")");
      case 5 -> run("UID STORE " + someUid() + " " + sign + "FLAGS (" + flag + ")");
      case 6, 7 -> storeSilently(set, sign, flag);
      case 8 -> run("FETCH " + set + " (FLAGS UID)");
      case 9 -> run("SEARCH " + set + " UNSEEN");
      case 10 -> run("UID FETCH 1:* (FLAGS)");
      default -> run("MOVE " + set + " INBOX");
    }
  }

  private String someUid() {
    return messages.isEmpty() ? "1" : messages.get(random.nextInt(messages.size())).uid;
  }

  private String someSet() {
    int size = Math.max(1, messages.size());
    int one = 1 + random.nextInt(size);
    return random.nextBoolean() ? String.valueOf(one) : one + ":" + (1 + random.nextInt(size));
  }

  /** A silent change is believed where it went well, ahead of what the server tells of others. */
  private void storeSilently(String set, String sign, String flag) {
    List<String> before = new ArrayList<>();
    messages.forEach(message -> before.add(message.flags));
    int[] ends = Arrays.stream(set.split(":", -1)).mapToInt(Integer::parseInt).sorted().toArray();
    for (int i = ends[0]; i <= Math.min(ends[ends.length - 1], messages.size()); i++) {
      Message message = messages.get(i - 1);
      message.flags = changed(message.flags, sign, flag);
    }
    run("STORE " + set + " " + sign + "FLAGS.SILENT (" + flag + ")");
  }

  private static String changed(String flags, String sign, String flag) {
    TreeSet<String> set = new TreeSet<>(List.of(flags.split(" ", -1)));
    if (sign.isEmpty()) {
      set.clear();
    }
    if (sign.equals("-")) {
      set.remove(flag);
    } else {
      set.add(flag);
    }
    set.remove("");
    return String.join(" ", set);
  }

  /** Learns the UIDs and flags of messages that only EXISTS told of, and all news. */
  void settle() {
    run("NOOP");
  }

  /** What is there is what was believed. */
  void check() {
    List<String> believed = flags();
    List<Message> expected = List.copyOf(messages);
    run("FETCH 1:* (UID FLAGS)");
    assertThat(flags()).isEqualTo(believed);
    assertThat(messages).isEqualTo(expected);
  }

  List<String> flags() {
    return messages.stream().map(message -> message.uid + ":" + message.flags).toList();
  }

  private void run(String command) {
    String name = "t" + tag++;
    numbersInUse = command.matches("(FETCH|STORE|SEARCH).*");
    int known = messages.size();
    client.sendLine(name + " " + command);
    client.expectLinesUntil(name + " ").forEach(this::believe);
    if (messages.size() > 0 && messages.stream().anyMatch(message -> message.uid.isEmpty())) {
      int first = 1 + (int) messages.stream().takeWhile(message -> !message.uid.isEmpty()).count();
      assertThat(first).isLessThanOrEqualTo(Math.max(known, messages.size()));
      run("FETCH " + first + ":* (UID FLAGS)");
    }
  }

  private void believe(String line) {
    Matcher response = RESPONSE.matcher(line);
    if (response.matches()) {
      int number = Integer.parseInt(response.group(1));
      switch (response.group(2)) {
        case "EXISTS" -> exists(number);
        case "EXPUNGE" -> expunge(number);
        default -> fetched(number, response.group(3));
      }
    }
  }

  private void exists(int number) {
    assertThat(number).as("EXISTS").isGreaterThanOrEqualTo(messages.size());
    while (messages.size() < number) {
      messages.add(new Message());
    }
  }

  private void expunge(int number) {
    assertThat(numbersInUse).as("EXPUNGE while numbers are in use").isFalse();
    assertThat(number).as("EXPUNGE").isBetween(1, messages.size());
    messages.remove(number - 1);
  }

  private void fetched(int number, String items) {
    assertThat(number).as("FETCH").isBetween(1, messages.size());
    Message message = messages.get(number - 1);
    Matcher uid = UID.matcher(items);
    if (uid.find()) {
      assertThat(List.of("", uid.group(1))).as("UID of " + number).contains(message.uid);
      message.uid = uid.group(1);
    }
    Matcher flags = FLAGS.matcher(items);
    if (flags.find()) {
      message.flags =
          Arrays.stream(flags.group(1).split(" ", -1))
              .filter(flag -> !flag.equals("\\Recent") && !flag.isEmpty())
              .sorted()
              .collect(Collectors.joining(" "));
    }
  }
}
