package org.restante.admin.login;

import java.util.concurrent.atomic.AtomicInteger;

/** Argon2, cheap, that counts how often it is computed and how many at a time. */
final class CountedHash implements PasswordHash {

  private final Argon2 argon2 = new Argon2(64, 1);
  private final AtomicInteger running = new AtomicInteger();
  final AtomicInteger verified = new AtomicInteger();
  final AtomicInteger mostAtATime = new AtomicInteger();

  @Override
  public String hash(String password) {
    return argon2.hash(password);
  }

  @Override
  public boolean verify(String password, String credential) {
    verified.incrementAndGet();
    mostAtATime.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      return argon2.verify(password, credential);
    } finally {
      running.decrementAndGet();
    }
  }

  @Override
  public String ofNobody() {
    return argon2.ofNobody();
  }
}
