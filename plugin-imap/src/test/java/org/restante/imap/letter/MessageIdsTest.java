package org.restante.imap.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Message ids in fields.
 *
 * @rfc 5256 3
 */
class MessageIdsTest {

  @Test
  void quotingMakesNoDifference() {
    assertThat(MessageIds.all("<\"01KF8J\"@x.com> <01KF8J@x.com>"))
        .containsExactly("01KF8J@x.com", "01KF8J@x.com");
  }

  @Test
  void whatIsNoneIsPassedOver() {
    assertThat(MessageIds.all("x <> <a> <@> <a@> <@b> <a@b> trailing <c@d")).containsExactly("a@b");
    assertThat(MessageIds.all("<a <b@c>")).containsExactly("b@c");
    assertThat(MessageIds.all(null)).isEmpty();
    assertThat(MessageIds.first("your message of today <a@b> <c@d>")).contains("a@b");
  }
}
