package org.restante.mailstore;

import java.util.List;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.AccountId;
import org.restante.inspection.DamagedLetter;
import org.restante.inspection.Finding;
import org.restante.inspection.StoreRepair;

/** The repair of the mail store as a service. */
@Component(service = StoreRepair.class)
public final class RepairService implements StoreRepair {
  private final StoreRepair repair;

  /** The repair of this store. */
  @Activate
  public RepairService(@Reference EngineMailStore store) {
    this.repair = store.repair();
  }

  @Override
  public List<Finding> repair(AccountId account, LongConsumer read) {
    return repair.repair(account, read);
  }

  @Override
  public List<DamagedLetter> damaged() {
    return repair.damaged();
  }
}
