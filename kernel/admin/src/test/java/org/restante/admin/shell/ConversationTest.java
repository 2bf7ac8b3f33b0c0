package org.restante.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationTest {

  /** Commands to try. */
  public static final class Commands {

    /** Gives a text. */
    public String greet(String name) {
      return "hello " + name;
    }

    /** Prints a text. */
    @SuppressWarnings("SystemOut") // that is what commands do
    public void print(String text) {
      System.out.println(text);
    }

    /** Prints more than is kept. */
    @SuppressWarnings("SystemOut")
    public void flood() {
      System.out.print("x".repeat(CapturedOutput.MOST + 10));
    }

    /** Fails. */
    public void fail() {
      throw new IllegalStateException("no such thing");
    }
  }

  private final Gogo gogo = new Gogo().with(new Commands(), "greet", "print", "flood", "fail");
  private final Conversations conversations = new Conversations(gogo.processor());

  @AfterEach
  void stop() {
    conversations.close();
    gogo.close();
  }

  @Test
  void resultsAndOutputAreTold() {
    assertThat(run("greet world")).isEqualTo("hello world\n");
    assertThat(run("print here")).isEqualTo("here\n");
    assertThat(run("x = 5")).isEqualTo("5\n");
  }

  @Test
  void aFailureIsToldAndTheNextLineIsClean() {
    assertThat(conversations.named("a").run("fail").error()).hasValue("no such thing");
    assertThat(conversations.named("a").run("nothing").error().orElse("")).contains("nothing");
    assertThat(run("greet again")).isEqualTo("hello again\n");
  }

  @Test
  void variablesBelongToTheirConversation() {
    conversations.named("a").run("name = alice");
    conversations.named("b").run("name = bob");
    assertThat(conversations.named("a").run("greet $name").output()).isEqualTo("hello alice\n");
    assertThat(conversations.named("b").run("greet $name").output()).isEqualTo("hello bob\n");
  }

  @Test
  void theOldestOfTooManyIsForgotten() {
    conversations.named("first").run("name = alice");
    for (int i = 0; i < 2 * Conversations.MOST; i++) {
      conversations.named("other " + i).run("name = bob");
    }
    assertThat(conversations.size()).isLessThanOrEqualTo(Conversations.MOST);
  }

  @Test
  void outputHasALimit() {
    String output = run("flood");
    assertThat(output).hasSizeLessThan(CapturedOutput.MOST + 100).contains("more was printed");
  }

  private String run(String line) {
    Conversation.Result result = conversations.named("a").run(line);
    assertThat(result.error()).isEqualTo(Optional.empty());
    return result.output();
  }
}
