package org.restante.admin.shell;

import java.util.List;
import java.util.function.Function;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.inspection.DamagedLetter;
import org.restante.inspection.Finding;
import org.restante.inspection.StoreInspection;
import org.restante.inspection.StoreRepair;

/** The store's inspection in the shell. */
@Component(
    service = InspectCommand.class,
    property = {
      CommandProcessor.COMMAND_SCOPE + "=restante",
      CommandProcessor.COMMAND_FUNCTION + "=inspect",
      CommandProcessor.COMMAND_FUNCTION + "=repair",
      CommandProcessor.COMMAND_FUNCTION + "=damage"
    })
public final class InspectCommand {

  private final AccountDirectory directory;
  private final StoreInspection inspection;
  private final StoreRepair repair;

  /** Over the services that the page uses. */
  @Activate
  public InspectCommand(
      @Reference AccountDirectory directory,
      @Reference StoreInspection inspection,
      @Reference StoreRepair repair) {
    this.directory = directory;
    this.inspection = inspection;
    this.repair = repair;
  }

  /** {@code inspect}. */
  @Descriptor("compares counters, quota and references of all accounts with the rows")
  public String inspect() {
    return report(directory.list(), inspection::inspect);
  }

  /** {@code inspect ADDRESS}. */
  @Descriptor("the same for one account")
  public String inspect(@Descriptor("its address") String address) {
    return report(directory.findByLogin(address).stream().toList(), inspection::inspect);
  }

  /** {@code repair}. */
  @Descriptor("reads every letter of all accounts and repairs what can be proved")
  public String repair() {
    return report(directory.list(), repair::repair);
  }

  /** {@code repair ADDRESS}. */
  @Descriptor("the same for one account")
  public String repair(@Descriptor("its address") String address) {
    return report(directory.findByLogin(address).stream().toList(), repair::repair);
  }

  /** {@code damage}. */
  @Descriptor("lists the letters that are known not to be whole")
  public String damage() {
    Grid grid = new Grid("ACCOUNT", "MAILBOX", "UID", "LOST");
    List<DamagedLetter> damaged = repair.damaged();
    for (DamagedLetter letter : damaged) {
      String account =
          directory
              .find(letter.account())
              .map(Account::address)
              .orElse(String.valueOf(letter.account().value()));
      grid.add(account, letter.mailbox(), letter.uid(), letter.loss());
    }
    return damaged.isEmpty() ? "nothing is damaged" : grid.toString();
  }

  private static String report(List<Account> accounts, Function<AccountId, List<Finding>> look) {
    Grid grid = new Grid("ACCOUNT", "OBJECT", "DIFFERENCE");
    int differences = 0;
    for (Account account : accounts) {
      for (Finding finding : look.apply(account.id())) {
        grid.add(account.address(), finding.object(), finding.message());
        differences++;
      }
    }
    return (differences == 0 ? "" : grid.toString())
        + ("checked " + accounts.size() + ", differences " + differences);
  }
}
