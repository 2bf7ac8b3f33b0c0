package org.restante.mime.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * @rfc 2045 5.1
 * @rfc 2231 3
 */
class ParameterizedValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain|text/plain|''",
        "text / plain ; a = b|text/plain|a=b",
        "(c) text/(c)plain (c); a=\"x\\\"y\" (c)|text/plain|a=x\"y",
        "text/plain;a=b;;c=d;|text/plain|a=b|c=d",
        "text/plain; a; =b; c=|text/plain|c=",
        "text/plain; name=two words.txt|text/plain|name=two words.txt",
        "text/plain; name=\"open|text/plain|name=open",
        "text/plain; b=_=x=|text/plain|b=_=x=",
        "x; a*1=2; a*0=1; b=c|x|a=12|b=c",
        "x; a*0*=utf-8''%41; a*1=b%|x|a*=utf-8''%41b%25",
        "x; a*0=a; a*1*=%41|x|a*=''a%41",
        "x; a*=utf-8'en'%C3%A9|x|a*=utf-8'en'%C3%A9",
        "''|''|''",
      })
  void reads(String field, String value, ArgumentsAccessor rest) {
    ParameterizedValue parsed = ParameterizedValue.parse(field);
    String expected =
        rest.toList().stream().skip(2).map(String::valueOf).collect(Collectors.joining("|"));
    assertThat(parsed.value()).isEqualTo(value);
    assertThat(
            parsed.parameters().stream()
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("|")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a*|iso-8859-1'en'%A3%20rates|£ rates",
        "a*|UTF-8''%c2%a3|£",
        "a*|nosuch''%c2%a3|£",
        "a*|%41%zz%4|A%zz%4",
        "a|=?utf-8?Q?=C2=A3?=|£",
        "a|utf-8''%41|utf-8''%41",
      })
  void decodes(String name, String value, String text) {
    assertThat(new Parameter(name, value).text()).isEqualTo(text);
  }

  @Property
  void anyValueIsRead(
      @ForAll
          @StringLength(max = 50)
          @Chars({'a', '*', '0', '1', ' ', ';', '=', '"', '\\', '(', ')', '/', '\'', '%', 'é'})
          String field) {
    ParameterizedValue.parse(field).parameters().forEach(parameter -> parameter.text());
  }
}
