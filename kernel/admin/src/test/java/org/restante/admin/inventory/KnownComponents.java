package org.restante.admin.inventory;

import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

/** A component runtime that knows one component. */
public final class KnownComponents implements ServiceComponentRuntime {

  private final ComponentDescriptionDTO description = new ComponentDescriptionDTO();
  private final ComponentConfigurationDTO instance = new ComponentConfigurationDTO();

  /** One in a state: what it waits for, how it failed. */
  public KnownComponents(int state, String missing, String failure) {
    ReferenceDTO reference = new ReferenceDTO();
    reference.name = "$001";
    reference.interfaceName = missing;
    UnsatisfiedReferenceDTO unsatisfied = new UnsatisfiedReferenceDTO();
    unsatisfied.name = "$001";
    description.name = "org.restante.Example";
    description.references = new ReferenceDTO[] {reference};
    instance.description = description;
    instance.state = state;
    instance.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {unsatisfied};
    instance.failure = failure;
  }

  @Override
  public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
    return List.of(description);
  }

  @Override
  public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
    return description;
  }

  @Override
  public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(
      ComponentDescriptionDTO component) {
    return List.of(instance);
  }

  @Override
  public boolean isComponentEnabled(ComponentDescriptionDTO component) {
    return true;
  }

  @Override
  public Promise<Void> enableComponent(ComponentDescriptionDTO component) {
    return Promises.resolved(null);
  }

  @Override
  public Promise<Void> disableComponent(ComponentDescriptionDTO component) {
    return Promises.resolved(null);
  }
}
