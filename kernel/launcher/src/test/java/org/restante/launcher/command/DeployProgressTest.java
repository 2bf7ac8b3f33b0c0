package org.restante.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeployProgressTest {
  private final StringWriter said = new StringWriter();

  @Test
  void writesALineForEachChangeWhereNobodyLooks() {
    DeployProgress progress = new DeployProgress(new PrintWriter(said), false);
    tell(progress);
    assertThat(said.toString().lines())
        .containsExactly(
            "installing 2.0.0",
            "moving sessions from 1.0.0: moved 3, waiting 2, dropped 0",
            "moving sessions from 1.0.0: moved 5, waiting 0, dropped 0");
  }

  @Test
  void changesOneLineOnATerminal() {
    DeployProgress progress = new DeployProgress(new PrintWriter(said), true);
    tell(progress);
    assertThat(said.toString())
        .startsWith("\r\u001b[Kinstalling 2.0.0\r\u001b[Kmoving")
        .endsWith("moved 5, waiting 0, dropped 0" + System.lineSeparator());
  }

  private static void tell(DeployProgress progress) {
    progress.at(Map.of("step", "installing 2.0.0", "moved", 0, "waiting", 0, "dropped", 0));
    progress.at(moving(3, 2));
    progress.at(moving(3, 2));
    progress.at(moving(5, 0));
    progress.end();
  }

  private static Map<String, Object> moving(int moved, int waiting) {
    return Map.of(
        "step", "moving sessions from 1.0.0", "moved", moved, "waiting", waiting, "dropped", 0);
  }
}
