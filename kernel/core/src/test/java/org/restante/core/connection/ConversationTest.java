package org.restante.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.protocol.CloseReason;

class ConversationTest {
  private static final int LINE_LIMIT = 1000;

  private final List<String> started = new ArrayList<>();
  private boolean memory = true;
  private final Conversation conversation =
      new Conversation(
          new InboundBuffer(LINE_LIMIT, () -> {}, new Wait()), LINE_LIMIT, this::startThread);

  @Test
  void oneThreadAtATimeWorksOffTheAgenda() {
    conversation.refuse("no room");
    conversation.close(CloseReason.ERROR);
    assertThat(started).hasSize(1);

    assertThat(conversation.take(true)).contains(new Turn.Close(CloseReason.ERROR));
    assertThat(conversation.take(true)).isEmpty();
  }

  @Test
  void whereNoThreadCanBeStartedTheNextChangeTriesAgain() {
    memory = false;
    assertThatThrownBy(() -> conversation.refuse("no room")).isInstanceOf(OutOfMemoryError.class);
    memory = true;
    conversation.inputChanged();

    assertThat(started).hasSize(1);
    assertThat(conversation.take(true)).contains(new Turn.Refuse("no room"));
  }

  private void startThread() {
    if (!memory) {
      throw new OutOfMemoryError("no thread");
    }
    started.add("thread");
  }
}
