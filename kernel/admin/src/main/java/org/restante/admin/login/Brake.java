package org.restante.admin.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Refuses logins of a name from an address after too many wrong passwords; a quiet time lifts it.
 * Name and address together, so that nobody can lock somebody else out. Thread-safe, bounded.
 */
final class Brake {

  private static final long MOST_PAIRS = 100_000;

  private final Cache<String, AtomicInteger> failures;
  private final int allowed;

  Brake(int allowed, Duration quiet, Ticker ticker) {
    this.allowed = allowed;
    this.failures =
        Caffeine.newBuilder()
            .expireAfterWrite(quiet)
            .maximumSize(MOST_PAIRS)
            .ticker(ticker)
            .build();
  }

  boolean holds(String login, InetAddress peer) {
    AtomicInteger count = failures.getIfPresent(pair(login, peer));
    return count != null && count.get() >= allowed;
  }

  void failed(String login, InetAddress peer) {
    failures
        .asMap()
        .computeIfAbsent(pair(login, peer), pair -> new AtomicInteger())
        .incrementAndGet();
  }

  void succeeded(String login, InetAddress peer) {
    failures.invalidate(pair(login, peer));
  }

  private static String pair(String login, InetAddress peer) {
    return login.toLowerCase(Locale.ROOT) + '\n' + peer.getHostAddress();
  }
}
