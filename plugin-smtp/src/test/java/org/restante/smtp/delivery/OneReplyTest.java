package org.restante.smtp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.smtp.reply.Refusals;
import org.restante.smtp.reply.Reply;

/** One reply that loses nothing for anybody. */
class OneReplyTest {
  private static final Reply YES = Reply.of(250, "2.0.0", "yes");
  private static final Reply NEVER = Reply.of(550, "5.1.1", "no");

  @Test
  void yesOnlyWhereAllHaveIt() {
    assertThat(OneReply.of(List.of(YES, YES))).isEqualTo(YES);
    assertThat(OneReply.of(List.of(YES, NEVER)).code()).isEqualTo(451);
    assertThat(OneReply.of(List.of(Refusals.FULL, YES)).code()).isEqualTo(451);
  }

  @Test
  void againAsLongAsThatCanHelpAnybody() {
    assertThat(OneReply.of(List.of(NEVER, Refusals.FULL))).isEqualTo(Refusals.FULL);
    assertThat(OneReply.of(List.of(NEVER, NEVER))).isEqualTo(NEVER);
  }
}
