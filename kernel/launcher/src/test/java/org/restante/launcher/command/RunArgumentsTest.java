package org.restante.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunArgumentsTest {

  @Test
  void thePlainFormIsReadHere() {
    assertThat(RunArguments.of("run", "--home", "/srv/mail", "--base-port", "10000"))
        .contains(new RunArguments(Path.of("/srv/mail"), 10_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "run --home h",
        "stop --home h --base-port 1",
        "run --base-port 1 --home h",
        "run --home --base-port --base-port 1",
        "run --home h --base-port 64001",
        "run --home h --base-port -1",
        "run --home h --base-port 1x",
        "run --home h --base-port 1 --memory 1GiB",
        "run --home=h --base-port=1"
      })
  void everythingElseIsTheLibrarys(String words) {
    assertThat(RunArguments.of(words.split(" "))).isEmpty();
  }
}
