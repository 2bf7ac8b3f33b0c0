package org.restante.mailstore;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.AccountId;
import org.restante.inspection.Finding;
import org.restante.inspection.StoreInspection;

/** The inspection of the mail store as a service. */
@Component(service = StoreInspection.class)
public final class InspectionService implements StoreInspection {
  private final StoreInspection inspection;

  /** The inspection of this store. */
  @Activate
  public InspectionService(@Reference EngineMailStore store) {
    this.inspection = store.inspection();
  }

  @Override
  public List<Finding> inspect(AccountId account) {
    return inspection.inspect(account);
  }
}
