package org.restante.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LentThreadTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void theFirstConversationGoesOnBehindTheTask() {
    LentThread.during(
        () -> {
          assertThat(LentThread.take("imap-1", () -> done.add("conversation"))).isTrue();
          done.add("task");
        });

    assertThat(done).containsExactly("task", "conversation");
  }

  @Test
  void theNextOneNeedsAThreadOfItsOwn() {
    LentThread.during(
        () -> {
          LentThread.take("imap-1", () -> done.add("first"));
          assertThat(LentThread.take("imap-2", () -> done.add("second"))).isFalse();
        });

    assertThat(done).containsExactly("first");
  }

  @Test
  void noThreadIsTakenThatDoesNotLendItself() {
    LentThread.during(() -> {});

    assertThat(LentThread.take("imap-1", () -> done.add("conversation"))).isFalse();
    assertThat(done).isEmpty();
  }

  @Test
  void aConversationDoesNotLendTheThreadItRunsOn() {
    LentThread.during(
        () ->
            LentThread.take(
                "imap-1",
                () -> done.add(String.valueOf(LentThread.take("imap-2", () -> done.add("no"))))));

    assertThat(done).containsExactly("false");
  }

  @Test
  void aTaskThatFailsTakesNoConversationWithIt() {
    Runnable task =
        () -> {
          LentThread.take("imap-1", () -> done.add("conversation"));
          throw new IllegalStateException("the listener failed");
        };

    assertThatThrownBy(() -> LentThread.during(task)).hasMessage("the listener failed");
    assertThat(done).containsExactly("conversation");
  }

  @Test
  void theThreadHasTheNameOfTheConversationWhileThatLasts() {
    String before = Thread.currentThread().getName();

    LentThread.during(
        () -> LentThread.take("imap-7", () -> done.add(Thread.currentThread().getName())));

    assertThat(done).containsExactly("imap-7");
    assertThat(Thread.currentThread().getName()).isEqualTo(before);
  }
}
