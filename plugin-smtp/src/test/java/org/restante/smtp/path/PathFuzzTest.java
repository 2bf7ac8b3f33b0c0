package org.restante.smtp.path;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands there is a path or malformed, and nothing that is read can break a header. */
class PathFuzzTest {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(20),
        Arbitraries.strings().withChars("<>@a.b[]:\"\\ =1,").ofMaxLength(20).map(s -> "<" + s));
  }

  @Property(tries = 10_000)
  void readsOrRefusesPaths(@ForAll("texts") String text) {
    try {
      PathReader reader = new PathReader(text, "5.1.3");
      Path path = reader.expectPath();
      assertThat(path.toString()).matches("<[ -~]*>");
      assertThat(text).endsWith(path.text() + ">" + reader.rest());
      assertThat(new PathReader(path.toString(), "5.1.3").expectPath()).isEqualTo(path);
    } catch (MalformedPath malformed) {
      assertThat(malformed.reply().permanentFailure()).isTrue();
    }
  }

  @Property(tries = 5000)
  void readsOrRefusesParameters(@ForAll("texts") String text) {
    try {
      Parameters parameters = new Parameters(" " + text);
      parameters.take("SIZE");
      parameters.expectEnd();
    } catch (MalformedPath malformed) {
      assertThat(malformed.reply().permanentFailure()).isTrue();
    }
  }
}
