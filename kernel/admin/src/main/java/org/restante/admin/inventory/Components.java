package org.restante.admin.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * The components of all bundles.
 *
 * @param runtime who activates them
 */
public record Components(ServiceComponentRuntime runtime) {

  /**
   * A component that does not work.
   *
   * @param component its name
   * @param problem what it waits for, or how it failed
   */
  public record Problem(String component, String problem) {}

  /** Those that wait or have failed. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
      for (ComponentConfigurationDTO instance : runtime.getComponentConfigurationDTOs(component)) {
        String problem = problem(instance);
        if (!problem.isEmpty()) {
          problems.add(new Problem(component.name, problem));
        }
      }
    }
    return problems;
  }

  private static String problem(ComponentConfigurationDTO instance) {
    return switch (instance.state) {
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> "waits for " + missing(instance);
      case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> "waits for its configuration";
      case ComponentConfigurationDTO.FAILED_ACTIVATION -> "failed: " + cause(instance.failure);
      default -> "";
    };
  }

  private static String missing(ComponentConfigurationDTO instance) {
    return Arrays.stream(instance.unsatisfiedReferences)
        .map(reference -> service(instance.description, reference))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String service(
      ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
    return Arrays.stream(component.references)
        .filter(reference -> reference.name.equals(missing.name))
        .map(Components::simpleName)
        .findFirst()
        .orElse(missing.name);
  }

  private static String simpleName(ReferenceDTO reference) {
    return reference.interfaceName.substring(reference.interfaceName.lastIndexOf('.') + 1);
  }

  /** The last cause of a stack as text: the first ones only say that a constructor failed. */
  private static String cause(String stack) {
    String prefix = "Caused by: ";
    return stack
        .lines()
        .filter(line -> line.startsWith(prefix))
        .reduce((first, last) -> last)
        .map(line -> line.substring(prefix.length()))
        .orElseGet(() -> stack.lines().findFirst().orElse("for an unknown reason"));
  }
}
