package org.restante.admin.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.restante.admin.inventory.Components;
import org.restante.protocol.ListeningPort;

/** Listeners and what is wrong, in the shell. */
@Component(
    service = ServerCommands.class,
    property = {
      CommandProcessor.COMMAND_SCOPE + "=restante",
      CommandProcessor.COMMAND_FUNCTION + "=listeners",
      CommandProcessor.COMMAND_FUNCTION + "=problems"
    })
public final class ServerCommands {

  private final Components components;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      fieldOption = FieldOption.UPDATE)
  private final List<ListeningPort> ports = new CopyOnWriteArrayList<>();

  /** Over the services that the page uses. */
  @Activate
  public ServerCommands(@Reference ServiceComponentRuntime runtime) {
    components = new Components(runtime);
  }

  /** {@code listeners}. */
  @Descriptor("lists the ports, and whether they are open and served")
  public String listeners() {
    Grid grid = new Grid("NAME", "PROTOCOL", "ADDRESS", "BOUND", "SERVED", "PROBLEM");
    ports.forEach(
        port ->
            grid.add(
                port.listener().name(),
                port.listener().protocol(),
                port.address().getHostString() + ":" + port.address().getPort(),
                port.bound(),
                port.served(),
                port.problem()));
    return grid.toString();
  }

  /** {@code problems}. */
  @Descriptor("lists components that wait for something or have failed")
  public String problems() {
    Grid grid = new Grid("COMPONENT", "PROBLEM");
    components.problems().forEach(problem -> grid.add(problem.component(), problem.problem()));
    return grid.toString();
  }
}
