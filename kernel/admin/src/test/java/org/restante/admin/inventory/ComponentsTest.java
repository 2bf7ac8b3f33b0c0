package org.restante.admin.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.restante.admin.inventory.Components.Problem;

class ComponentsTest {

  @Test
  void aWaitingOneNamesWhatItWaitsFor() {
    assertThat(problem(ComponentConfigurationDTO.UNSATISFIED_REFERENCE, ""))
        .isEqualTo("waits for MailStore");
    assertThat(problem(ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION, ""))
        .isEqualTo("waits for its configuration");
  }

  @Test
  void aFailedOneNamesTheFirstCause() {
    String stack =
        """
        java.lang.reflect.InvocationTargetException
        \tat java.base/Constructor.newInstance
        Caused by: java.io.UncheckedIOException: outer
        Caused by: java.net.BindException: Address in use
        \tat org.restante.Example
        """;
    assertThat(problem(ComponentConfigurationDTO.FAILED_ACTIVATION, stack))
        .isEqualTo("failed: java.net.BindException: Address in use");
    assertThat(problem(ComponentConfigurationDTO.FAILED_ACTIVATION, "java.lang.Error: plain"))
        .isEqualTo("failed: java.lang.Error: plain");
  }

  @Test
  void oneThatWorksIsNoProblem() {
    assertThat(components(ComponentConfigurationDTO.ACTIVE, "").problems()).isEmpty();
    assertThat(components(ComponentConfigurationDTO.SATISFIED, "").problems()).isEmpty();
  }

  private static String problem(int state, String failure) {
    Problem problem = components(state, failure).problems().getFirst();
    assertThat(problem.component()).isEqualTo("org.restante.Example");
    return problem.problem();
  }

  private static Components components(int state, String failure) {
    return new Components(new KnownComponents(state, "org.restante.mail.MailStore", failure));
  }
}
