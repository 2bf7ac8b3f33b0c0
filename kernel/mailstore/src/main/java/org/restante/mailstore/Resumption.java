package org.restante.mailstore;

import java.util.function.BooleanSupplier;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.directory.Directory;
import org.restante.mailstore.meter.Share;
import org.restante.mailstore.mutation.Removal;
import org.restante.refusal.NoSuchAccount;

/** Goes through all accounts once after an engine was opened: finishes removals, adds up totals. */
final class Resumption implements Runnable {
  private final OpenEngine open;
  private final BooleanSupplier goOn;

  Resumption(OpenEngine open, BooleanSupplier goOn) {
    this.open = open;
    this.goOn = goOn;
  }

  @Override
  public void run() {
    Removal.leavingAccounts(open.engine());
    Directory directory = new Directory(open.engine());
    directory
        .left()
        .forEach(left -> open.totals().initially(left.account(), Share.retained(left.usage())));
    for (AccountId id : directory.ids()) {
      if (!goOn.getAsBoolean()) {
        return;
      }
      account(id, directory.limits(id));
    }
  }

  private void account(AccountId id, QuotaLimits limits) {
    try {
      open.totals().initially(id.value(), open.share(id, limits));
    } catch (NoSuchAccount e) {
      return; // deleted meanwhile
    }
    Removal.doomedMailboxes(open.engine().partition(id.value()));
  }
}
