package org.restante.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;

/**
 * Who may have a maildrop, on a clock that stands still.
 *
 * @rfc 1939 4
 */
class MaildropLocksTest {
  private static final AccountId ACCOUNT = new AccountId(1);

  private final AtomicLong now = new AtomicLong(1);
  private final AtomicInteger lost = new AtomicInteger();
  private static final Duration SILENCE = Duration.ofNanos(100);

  private final MaildropLocks locks = new MaildropLocks(now::get);

  @Test
  void oneSessionAtATime() {
    MaildropLock first = take();
    first.end();
    assertThat(locks.take(ACCOUNT, SILENCE, lost::incrementAndGet)).isEmpty();
    assertThat(locks.take(new AccountId(2), SILENCE, lost::incrementAndGet)).isPresent();
    locks.release(first);
    assertThat(locks.take(ACCOUNT, SILENCE, lost::incrementAndGet)).isPresent();
    assertThat(lost).hasValue(0);
  }

  @Test
  void aSilentSessionGivesWay() {
    MaildropLock first = take();
    first.end();
    now.addAndGet(100);
    MaildropLock second = take();
    assertThat(lost).hasValue(1);
    assertThat(first.lost()).isTrue();
    assertThat(first.begin()).isFalse();
    assertThat(second.lost()).isFalse();
  }

  @Test
  void aBusySessionDoesNot() {
    MaildropLock first = take();
    now.addAndGet(1000);
    assertThat(locks.take(ACCOUNT, SILENCE, lost::incrementAndGet)).isEmpty();
    first.end();
    assertThat(first.begin()).isTrue();
    now.addAndGet(1000);
    assertThat(locks.take(ACCOUNT, SILENCE, lost::incrementAndGet)).isEmpty();
  }

  @Test
  void theLoserReleasesNothing() {
    MaildropLock first = take();
    first.end();
    now.addAndGet(100);
    take();
    locks.release(first);
    assertThat(locks.take(ACCOUNT, SILENCE, lost::incrementAndGet)).isEmpty();
  }

  @Test
  void aResumedSessionHasItAgain() {
    MaildropLock resumed = locks.resume(ACCOUNT, lost::incrementAndGet);
    assertThat(locks.take(ACCOUNT, SILENCE, lost::incrementAndGet)).isEmpty();
    assertThat(resumed.begin()).isTrue();
  }

  @Test
  void aResumedSessionGoesOnBesideANewcomer() {
    take();
    MaildropLock resumed = locks.resume(ACCOUNT, lost::incrementAndGet);
    assertThat(resumed.begin()).isTrue();
    locks.release(resumed);
    assertThat(locks.take(ACCOUNT, SILENCE, lost::incrementAndGet)).isEmpty();
  }

  private MaildropLock take() {
    return locks.take(ACCOUNT, SILENCE, lost::incrementAndGet).orElseThrow();
  }
}
