package org.restante.bench.sync;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.restante.bench.client.LineClient;
import org.restante.message.UidSet;

/** One device: connects, believes what it hears, goes away, comes back. */
final class SyncClient {
  private static final Pattern GIVEN =
      Pattern.compile("\\[(?:APPENDUID \\d+|COPYUID \\d+ \\S+) (\\S+)\\]");
  private static final int LAST_LINES = 40;

  private final Server server;
  private final Kind kind;
  private final Witnesses witnesses;
  private final Map<String, Believed> mailboxes = new HashMap<>();
  private final Deque<String> lines = new ArrayDeque<>();
  private @Nullable LineClient line;
  private @Nullable Believed open;
  private String opening = "";
  private OptionalLong told = OptionalLong.empty();
  private long highestSeen;
  private int tag;

  /** Where to connect. */
  record Server(String host, int port, String user) {}

  SyncClient(Server server, Kind kind, Witnesses witnesses) {
    this.server = server;
    this.kind = kind;
    this.witnesses = witnesses;
  }

  Kind kind() {
    return kind;
  }

  boolean online() {
    return line != null;
  }

  Believed open() {
    return Objects.requireNonNull(open, "no mailbox is open");
  }

  /** The last lines in either direction, to see what led to a violation. */
  String lastLines() {
    return String.join("\n", lines);
  }

  void connect() throws IOException {
    line = LineClient.connect(server.host(), server.port(), false);
    line.await("* OK");
    run("LOGIN " + server.user() + " pass");
    if (!kind.enables().isEmpty()) {
      run("ENABLE " + kind.enables());
    }
  }

  /** Goes without a word, or before the answers are read. */
  void cut(List<String> unanswered) throws IOException {
    send(unanswered);
    disconnect();
  }

  void disconnect() throws IOException {
    if (line != null) {
      line.close();
    }
    line = null;
    open = null;
    opening = "";
    told = OptionalLong.empty();
    highestSeen = 0;
  }

  /** Opens a mailbox and learns what happened in it. */
  void select(String name) throws IOException {
    Believed next = mailboxes.computeIfAbsent(name, n -> new Believed(kind, n, witnesses));
    long since = next.modSeq();
    boolean known = since > 0 && kind.modSeqs();
    boolean quick = known && kind.vanishes();
    run("SELECT " + name + (quick ? " (QRESYNC (" + next.uidValidity() + " " + since + "))" : ""));
    if (quick) {
      next.number();
    } else if (kind == Kind.CONDSTORE && known && !next.cache().isEmpty()) {
      catchUp(next, since);
    }
    acquaint();
  }

  /** Without QRESYNC a client asks for flags that changed, and then which messages are there. */
  private void catchUp(Believed mailbox, long since) throws IOException {
    long opened = mailbox.modSeq();
    mailbox.modSeq(since);
    String all = "1:" + mailbox.knownUpTo();
    run("UID FETCH " + all + " (UID)");
    mailbox.retainNumbered();
    run("UID FETCH " + all + " (FLAGS) (CHANGEDSINCE " + since + ")");
    mailbox.modSeq(Math.max(opened, mailbox.modSeq()));
  }

  /** Asks for messages that only EXISTS told of. */
  void acquaint() throws IOException {
    while (open().hasStrangers()) {
      String from = String.valueOf(open().knownUpTo() + 1);
      run("UID FETCH " + from + ":* " + kind.items());
      open().acquainted();
    }
    open().acquainted();
  }

  /** Hears of everything that happened. */
  void settle() throws IOException {
    do {
      run("NOOP");
      acquaint();
    } while (open().hasStrangers());
  }

  void run(String command) throws IOException {
    runAll(List.of(command));
  }

  /** Sends commands at once, and believes the answers. */
  void runAll(List<String> commands) throws IOException {
    for (Sent command : send(commands)) {
      answer(command);
    }
  }

  private List<Sent> send(List<String> commands) throws IOException {
    List<Sent> sent = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (String text : commands) {
      String name = "t" + tag++;
      sent.add(new Sent(name, text, System.nanoTime()));
      all.append(all.isEmpty() ? "" : "\r\n").append(name).append(' ').append(text);
      note("C: " + name + " " + text);
    }
    connection().send(all.toString());
    witnesses.count(commands.size());
    return sent;
  }

  private void answer(Sent command) throws IOException {
    if (kind == Kind.PLAIN || kind == Kind.REV2) {
      believeSilent(command);
    }
    for (String next = hear(); ; next = hear()) {
      if (next.startsWith(command.tag() + " ")) {
        done(command, next);
        return;
      }
      if (next.startsWith("* BYE") && !command.text().equals("LOGOUT")) {
        throw new Violation("BYE: " + next);
      }
      if (!next.startsWith("+")) {
        believe(command, Response.of(next));
      }
    }
  }

  /** What a silent STORE has done is believed at once: nobody tells. */
  private void believeSilent(Sent command) {
    if (command.isSilent()) {
      boolean byUid = command.text().startsWith("UID ");
      UidSet set = Response.uids(command.set());
      set.stream()
          .filter(number -> byUid || number <= open().exists())
          .mapToObj(number -> byUid ? Optional.of(number) : open().uid((int) number))
          .flatMap(Optional::stream)
          .forEach(uid -> open().stored(uid, command.sign(), command.flag()));
    }
  }

  private void believe(Sent command, Response response) {
    switch (response) {
      case Response.Exists exists -> current(command).exists(exists.count());
      case Response.Recent recent ->
          Violation.unless(kind != Kind.REV2, "RECENT to a client of IMAP4rev2");
      case Response.Expunge expunge -> {
        Violation.unless(!command.keepsNumbers(), "EXPUNGE while numbers are in use");
        open().expunge(expunge.number());
      }
      case Response.Vanished vanished -> {
        Violation.unless(
            vanished.earlier() || !command.keepsNumbers(), "VANISHED while numbers are in use");
        current(command).vanished(vanished.uids(), vanished.earlier());
      }
      case Response.Fetch fetch -> fetched(command, fetch);
      case Response.Code code -> code(command, code);
      case Response.Search search -> found(command, search);
      case Response.Other other -> {}
    }
  }

  private void fetched(Sent command, Response.Fetch fetch) {
    if (command.opens() && kind.numbers() && fetch.uid().isPresent()) {
      // With QRESYNC: numbers are known once all of the answer is there.
      open().resynced(fetch);
    } else {
      Optional<Long> uid = open().fetched(fetch);
      uid.ifPresent(known -> witnesses.there(open().mailbox(), known, command.sent()));
      boolean silent = command.isSilent() && fetch.flags().isEmpty();
      if (silent && kind.modSeqs()) {
        uid.ifPresent(known -> open().stored(known, command.sign(), command.flag()));
      }
    }
    highestSeen = Math.max(highestSeen, fetch.modSeq().orElse(0));
  }

  private Believed current(Sent command) {
    if (command.opens() && opening.isEmpty()) {
      opening = command.text().split(" ", -1)[1];
      open = Objects.requireNonNull(mailboxes.get(opening), opening);
      open.begin();
    }
    return open();
  }

  private void code(Sent command, Response.Code code) {
    switch (code.name()) {
      case "HIGHESTMODSEQ" -> told = OptionalLong.of(Long.parseLong(code.value()));
      case "UIDVALIDITY" -> current(command).opened(code.value());
      case "COPYUID" -> given(command, code.value().substring(code.value().lastIndexOf(' ') + 1));
      default -> {}
    }
  }

  /** RFC 7162 §6: a HIGHESTMODSEQ that was told counts, also where higher MODSEQs were seen. */
  private void done(Sent command, String answer) {
    Violation.unless(!answer.startsWith(command.tag() + " BAD"), command.text() + ": " + answer);
    Response response = Response.of("*" + answer.substring(command.tag().length()));
    if (response instanceof Response.Code code && code.name().equals("HIGHESTMODSEQ")) {
      told = OptionalLong.of(Long.parseLong(code.value()));
    }
    Matcher given = GIVEN.matcher(answer);
    if (given.find()) {
      given(command, given.group(1));
    }
    if (open != null) {
      long known = told.orElse(Math.max(highestSeen, open.modSeq()));
      open.modSeq(known);
    }
    opening = "";
    told = OptionalLong.empty();
    highestSeen = 0;
  }

  /** What is found has a number, or a UID, that the client may know. */
  private void found(Sent command, Response.Search search) {
    if (command.keepsNumbers()) {
      search
          .numbers()
          .forEach(
              number ->
                  Violation.unless(
                      number >= 1 && number <= open().exists(),
                      "found " + number + " of " + open().exists()));
    } else {
      search.numbers().forEach(uid -> witnesses.there(open().mailbox(), uid, command.sent()));
    }
  }

  private void given(Sent command, String uids) {
    String[] words = command.text().split(" ", -1);
    String target = command.text().startsWith("APPEND") ? words[1] : words[words.length - 1];
    Response.uids(uids).stream().forEach(uid -> witnesses.given(target, uid));
  }

  private String hear() throws IOException {
    String next = connection().line();
    note("S: " + next);
    return next;
  }

  private void note(String text) {
    lines.add(text);
    if (lines.size() > LAST_LINES) {
      lines.remove();
    }
  }

  private LineClient connection() {
    return Objects.requireNonNull(line, "not connected");
  }
}
