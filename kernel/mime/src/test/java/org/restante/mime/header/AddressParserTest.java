package org.restante.mime.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * @rfc 5322 A.1
 */
class AddressParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NIL",
      value = {
        "a@b|NIL|NIL|a|b",
        "<a@b>|NIL|NIL|a|b",
        "John Doe <a@b>|John Doe|NIL|a|b",
        "\"Giant; \\\"Big\\\" Box\" <a@b>|Giant; \"Big\" Box|NIL|a|b",
        "Joe Q. Public <john.q.public@example.com>|Joe Q. Public|NIL|john.q.public|example.com",
        "a@b (Name)|Name|NIL|a|b",
        "(before) a@b|before|NIL|a|b",
        "Name (comment) <a@b>|Name|NIL|a|b",
        "<@x,@y:a@b>|NIL|@x,@y|a|b",
        "a . b @ c . d|NIL|NIL|a.b|c.d",
        "\"a b\"@c|NIL|NIL|a b|c",
        "a@[127.0.0.1]|NIL|NIL|a|[127.0.0.1]",
        "Name a@b|Name|NIL|a|b",
        "a@b <c@d>|a@b|NIL|c|d",
        "root|NIL|NIL|root|''",
        "Two Words|Two Words|NIL|''|''",
        "<@only.host>|NIL|NIL|''|only.host",
        "<a|NIL|NIL|a|''",
        "\"\" <a@b>|NIL|NIL|a|b",
        "=?utf-8?Q?x?= <a@b>|=?utf-8?Q?x?=|NIL|a|b",
        "a@|NIL|NIL|a|''",
        "@b|NIL|NIL|''|b",
      })
  void one(String value, String name, String route, String mailbox, String host) {
    assertThat(AddressParser.parse(value))
        .containsExactly(new MailAddress(name, route, mailbox, host));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a@b,c@d|2",
        "a@b; c@d|2",
        "a@b c@d|2",
        "<a@b> <c@d>|2",
        ",,a@b,,|1",
        "' '|0",
        "''|0",
        "(c)|0"
      })
  void count(String value, int count) {
    assertThat(AddressParser.parse(value)).hasSize(count);
  }

  @Test
  void groupsAreBracketedByMarks() {
    assertThat(AddressParser.parse("A Group:Ed <ed@example.org>,joe@example.org;, x@y"))
        .containsExactly(
            MailAddress.groupStart("A Group"),
            new MailAddress("Ed", null, "ed", "example.org"),
            new MailAddress(null, null, "joe", "example.org"),
            MailAddress.groupEnd(),
            new MailAddress(null, null, "x", "y"));
  }

  @Test
  void aGroupLeftOpenIsClosed() {
    assertThat(AddressParser.parse("g: a@b"))
        .extracting(MailAddress::isGroupStart, MailAddress::isMailbox, MailAddress::isGroupEnd)
        .containsExactly(
            tuple(true, false, false), tuple(false, true, false), tuple(false, false, true));
  }

  @Property
  void anyValueGivesAList(
      @ForAll
          @StringLength(max = 60)
          @Chars({'a', '.', ' ', '<', '>', '@', ',', ';', ':', '"', '(', ')', '\\', '[', ']', 'é'})
          String value) {
    assertThat(AddressParser.parse(value)).doesNotContainNull();
  }
}
