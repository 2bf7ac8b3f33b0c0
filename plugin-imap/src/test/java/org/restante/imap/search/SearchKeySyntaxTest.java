package org.restante.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.restante.imap.syntax.ReaderOf;
import org.restante.imap.syntax.SyntaxError;

/** What a search may cost has bounds. */
class SearchKeySyntaxTest {

  @Test
  void aThousandKeysAreRead() {
    assertThat(read("ALL" + " BODY x".repeat(999))).isInstanceOf(SearchKey.And.class);
    assertThatThrownBy(() -> read("ALL" + " BODY x".repeat(1_000)))
        .isInstanceOf(SyntaxError.class)
        .hasMessageContaining("too many search keys");
  }

  @Test
  void nestingIsBounded() {
    assertThatThrownBy(() -> read("(".repeat(1_000))).isInstanceOf(SyntaxError.class);
    assertThatThrownBy(() -> read("NOT ".repeat(1_000) + "ALL")).isInstanceOf(SyntaxError.class);
  }

  private static SearchKey read(String keys) {
    return new SearchKeySyntax(ReaderOf.text(keys), StandardCharsets.UTF_8).expectAll();
  }
}
