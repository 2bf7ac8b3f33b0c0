package org.restante.core.echo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What a plugin must not do; only in jars that are made for it. */
public final class EchoMischief implements EchoAct {
  private static final int PIECE = 1 << 20;
  private static final List<byte[]> HOARD = new ArrayList<>();

  /** For a session that finds it in its bundle. */
  public EchoMischief() {}

  @Override
  public void act(String command) {
    switch (command) {
      case "SPIN" -> spin();
      case "HOARD" -> hoard();
      case "SLEEP" -> waitForever();
      case "THREAD" -> new Thread(EchoMischief::waitForever, "open").start();
      case "SNEAK" -> sneak();
      default -> throw new IllegalArgumentException(command);
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
      HOARD.add(new byte[PIECE]);
    }
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sneak() {
    try {
      Thread hidden = new Thread(EchoMischief::waitForever, "hidden");
      Thread.class.getMethod("start").invoke(hidden);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
