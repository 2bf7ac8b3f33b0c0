package org.restante.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.refusal.InvalidMailboxName;

class MailboxNameTest {

  @Property
  void hasTheLevelsBetweenTheSeparators(
      @ForAll List<@NotEmpty @StringLength(max = 5) @Chars({'a', 'é', ' ', '\\'}) String> levels) {
    String text = String.join("/", levels);
    if (levels.isEmpty() || levels.size() > MailboxName.MAX_LEVELS) {
      assertThatThrownBy(() -> MailboxName.parse(text, '/')).isInstanceOf(InvalidMailboxName.class);
    } else {
      assertThat(MailboxName.parse(text, '/').levels()).isEqualTo(levels);
      assertThat(MailboxName.parse(text + '/', '/').levels()).isEqualTo(levels);
    }
  }

  @Property
  void isAsLongAsItIsInUtf8(
      @ForAll @NotEmpty @StringLength(max = 220) @Chars({'a', 'é', '\u20ac'}) String level) {
    boolean fits = level.getBytes(StandardCharsets.UTF_8).length <= MailboxName.MAX_OCTETS;
    assertThat(isName(level)).isEqualTo(fits);
  }

  @Property
  void isWellFormed(
      @ForAll @NotEmpty @StringLength(max = 8) @Chars({'a', '\ud83d', '\ude00'}) String level) {
    assertThat(isName(level)).isEqualTo(StandardCharsets.UTF_8.newEncoder().canEncode(level));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a//b", "/a", "a*", "%", "a\tb", "a\u0085b", "a\u007f"})
  void isRefused(String text) {
    assertThatThrownBy(() -> MailboxName.parse(text, '/')).isInstanceOf(InvalidMailboxName.class);
  }

  @Test
  void isInboxInAnyCase() {
    assertThat(MailboxName.parse("inBox/b", '/').levels()).containsExactly("INBOX", "b");
    assertThat(MailboxName.parse("b/inBox", '/').levels()).containsExactly("b", "inBox");
  }

  private static boolean isName(String level) {
    try {
      return new MailboxName(List.of(level)).levels().equals(List.of(level));
    } catch (InvalidMailboxName refused) {
      return false;
    }
  }
}
