package org.restante.hostile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.UidSet;
import org.restante.protocol.CloseReason;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;

/** One client's harm. */
final class HostileSession implements ProtocolSession {
  private static final int PIECE = 1 << 20;
  private static final int METERS = 300;
  private static final List<Object> KEPT = new ArrayList<>();

  private final Connection connection;
  private final MailStore store;
  private final AccountDirectory accounts;
  private final MeterRegistry registry;

  HostileSession(
      Connection connection, MailStore store, AccountDirectory accounts, MeterRegistry registry) {
    this.connection = connection;
    this.store = store;
    this.accounts = accounts;
    this.registry = registry;
  }

  @Override
  public void greet() {
    say("hello");
  }

  @Override
  public void onInput() {
    byte[] line = connection.readLine(1000);
    String[] words = new String(line, StandardCharsets.US_ASCII).split(" ");
    switch (words[0]) {
      case "SPIN" -> spin();
      case "HOARD" -> hoard();
      case "STORE" -> block(words[1]);
      case "LEAK" -> leak();
      default -> say("what?");
    }
  }

  /** Holds on to whatever is thrown at it. */
  private static void spin() {
    long rounds = 0;
    while (rounds >= 0) {
      try {
        for (int at = 0; at >= 0; at = (at + 1) % 1000) {
          rounds += at % 2;
        }
      } catch (Throwable e) {
        rounds = 0;
      }
    }
  }

  private static void hoard() {
    while (true) {
      KEPT.add(new byte[PIECE]);
      KEPT.add(ByteBuffer.allocateDirect(PIECE / 4));
    }
  }

  /** Snapshots that nobody closes, and a visitor that does not come back. */
  private void block(String user) {
    AccountId account = accounts.findByLogin(user).orElseThrow().id();
    MailboxRef inbox = store.mailbox(account, MailboxName.INBOX).orElseThrow().ref();
    for (int at = 0; at < 200; at++) {
      MailboxSnapshot snapshot = store.snapshot(inbox);
      KEPT.add(snapshot);
      snapshot.messages(UidSet.ALL, message -> true);
    }
    store.snapshot(inbox).messages(UidSet.ALL, message -> sleep());
  }

  /** Threads behind the scan's and the weaver's back, and meters that hold on to the class. */
  private void leak() {
    for (int at = 0; at < METERS; at++) {
      Gauge.builder("hostile.kept", KEPT, List::size)
          .tag("number", Integer.toString(at))
          .register(registry);
    }
    try {
      for (int at = 0; at < 10; at++) {
        Thread hidden = new Thread(HostileSession::sleep, "hostile-" + at);
        Thread.class.getMethod("start").invoke(hidden);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    say("leaked");
  }

  private static boolean sleep() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private void say(String text) {
    connection.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void onWake() {}

  @Override
  public Optional<SuspendedSession> suspend(int version) {
    return Optional.empty();
  }

  @Override
  public void farewell(CloseReason reason) {
    spin();
  }

  @Override
  public void onClose(CloseReason reason) {
    spin();
  }
}
