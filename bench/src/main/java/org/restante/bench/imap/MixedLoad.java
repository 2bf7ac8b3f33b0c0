package org.restante.bench.imap;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that do a bit of everything, several on each mailbox: {@code PORT SESSIONS ACCOUNTS
 * SECONDS}. Each expunges what it appends, so that mailboxes, and with them the load, stay as large
 * as they are. Says {@code commands N} at the end; a command that fails ends it.
 */
public final class MixedLoad {
  private static final int KEPT = 200;
  private static final int COMMANDS_OF_A_VISIT = 200;
  private static final long PAUSE_NANOS = 200_000_000L;
  private static final Pattern APPENDUID = Pattern.compile("\\[APPENDUID \\d+ (\\d+)]");

  private final Target target;
  private final int accounts;
  private final long end;
  private final AtomicLong commands = new AtomicLong();
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  private MixedLoad(Target target, int accounts, long end) {
    this.target = target;
    this.accounts = accounts;
    this.end = end;
  }

  /** Runs it once. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      System.err.println("usage: PORT SESSIONS ACCOUNTS SECONDS");
      System.exit(2);
    }
    Target target = Target.of("ours:" + arguments[0] + ":" + ProcessHandle.current().pid());
    long end = System.nanoTime() + Integer.parseInt(arguments[3]) * 1_000_000_000L;
    new MixedLoad(target, Integer.parseInt(arguments[2]), end).run(Integer.parseInt(arguments[1]));
  }

  private void run(int sessions) throws IOException {
    for (int user = 1; user <= accounts; user++) {
      try (ImapWire wire = target.login(user)) {
        Letters.fill(wire, "mixed", KEPT, Letters::mixed);
      }
    }
    System.out.println("running");
    System.out.flush();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < sessions; i++) {
        int number = i;
        threads.execute(() -> session(number));
      }
    }
    IOException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    System.out.println("commands " + commands.get());
  }

  private void session(int number) {
    SplittableRandom chance = new SplittableRandom(number);
    try {
      while (goesOn()) {
        visit(1 + number % accounts, chance);
      }
    } catch (IOException e) {
      failure.compareAndSet(null, e);
    }
  }

  private boolean goesOn() {
    return System.nanoTime() < end && failure.get() == null;
  }

  private void visit(int user, SplittableRandom chance) throws IOException {
    try (ImapWire wire = target.login(user)) {
      wire.command("SELECT mixed");
      for (int i = 0; i < COMMANDS_OF_A_VISIT && goesOn(); i++) {
        attempt(wire, chance);
        commands.incrementAndGet();
        LockSupport.parkNanos(chance.nextLong(2 * PAUSE_NANOS));
      }
      wire.command("LOGOUT");
    }
  }

  /** What another session has expunged meanwhile may be refused. */
  private static void attempt(ImapWire wire, SplittableRandom chance) throws IOException {
    try {
      command(wire, chance);
    } catch (ImapWire.Refused refused) {
      if (!String.valueOf(refused.getMessage()).contains("[EXPUNGEISSUED]")) {
        throw refused;
      }
    }
  }

  private static void command(ImapWire wire, SplittableRandom chance) throws IOException {
    int number = 1 + chance.nextInt(KEPT / 2);
    String set = number + ":" + (number + chance.nextInt(20));
    switch (chance.nextInt(10)) {
      case 0 -> appendAndExpunge(wire, chance);
      case 1 -> wire.command("UID SEARCH TEXT meeting SUBJECT the");
      case 2 -> wire.command("SORT (DATE SUBJECT) UTF-8 " + set);
      case 3 -> wire.command("UID FETCH " + set + " BODY.PEEK[]");
      case 4 -> wire.command("STORE " + number + " FLAGS.SILENT (\\Seen \\Answered)");
      case 5 -> wire.command("STORE " + number + " FLAGS.SILENT ()");
      case 6 -> wire.command("LIST \"\" * RETURN (STATUS (MESSAGES UNSEEN))");
      case 7 -> wire.command("SELECT mixed");
      case 8 -> wire.command("FETCH " + set + " (FLAGS ENVELOPE BODYSTRUCTURE)");
      default -> wire.command("NOOP");
    }
  }

  /** One letter more, and the same one less. */
  private static void appendAndExpunge(ImapWire wire, SplittableRandom chance) throws IOException {
    byte[] letter = Letters.mixed(chance.nextInt(1 << 20));
    ImapWire.Answer appended = wire.command("APPEND mixed {" + letter.length + "+}\r\n", letter);
    Matcher uid = APPENDUID.matcher(appended.tagged());
    if (!uid.find()) {
      throw new IOException("APPEND without APPENDUID: " + appended.tagged());
    }
    wire.command("UID STORE " + uid.group(1) + " +FLAGS.SILENT (\\Deleted)");
    wire.command("EXPUNGE");
  }
}
