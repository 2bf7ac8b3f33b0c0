package org.restante.admin.shell;

import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.inspection.Finding;
import org.restante.inspection.StoreInspection;

/** The store's inspection in the shell. */
@Component(
    service = InspectCommand.class,
    property = {
      CommandProcessor.COMMAND_SCOPE + "=restante",
      CommandProcessor.COMMAND_FUNCTION + "=inspect"
    })
public final class InspectCommand {

  private final AccountDirectory directory;
  private final StoreInspection inspection;

  /** Over the services that the page uses. */
  @Activate
  public InspectCommand(
      @Reference AccountDirectory directory, @Reference StoreInspection inspection) {
    this.directory = directory;
    this.inspection = inspection;
  }

  /** {@code inspect}. */
  @Descriptor("compares counters, quota and references of all accounts with the rows")
  public String inspect() {
    return inspect(directory.list());
  }

  /** {@code inspect ADDRESS}. */
  @Descriptor("the same for one account")
  public String inspect(@Descriptor("its address") String address) {
    return inspect(directory.findByLogin(address).stream().toList());
  }

  private String inspect(List<Account> accounts) {
    Grid grid = new Grid("ACCOUNT", "OBJECT", "DIFFERENCE");
    int differences = 0;
    for (Account account : accounts) {
      for (Finding finding : inspection.inspect(account.id())) {
        grid.add(account.address(), finding.object(), finding.message());
        differences++;
      }
    }
    return (differences == 0 ? "" : grid.toString())
        + ("checked " + accounts.size() + ", differences " + differences);
  }
}
