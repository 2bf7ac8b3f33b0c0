package org.restante.admin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {

  private final Fields fields =
      new Fields(Map.of("text", "a", "list", List.of("a", "b"), "number", 5, "flag", true));

  @Test
  void fieldsAreReadAsWhatTheyAre() {
    assertThat(fields.text("text")).isEqualTo("a");
    assertThat(fields.texts("list")).containsExactly("a", "b");
    assertThat(fields.number("number")).isEqualTo(5);
    assertThat(fields.number("none")).isNull();
    assertThat(fields.flag("flag")).isTrue();
  }

  @Test
  void anythingElseNamesTheField() {
    assertThatThrownBy(() -> fields.text("none")).hasMessageContaining("field none");
    assertThatThrownBy(() -> fields.texts("text")).hasMessageContaining("field text");
    assertThatThrownBy(() -> fields.number("text")).hasMessageContaining("field text");
    assertThatThrownBy(() -> fields.flag("number")).hasMessageContaining("field number");
    assertThatThrownBy(() -> new Fields(Map.of("n", -1)).number("n")).hasMessageContaining("n");
  }
}
