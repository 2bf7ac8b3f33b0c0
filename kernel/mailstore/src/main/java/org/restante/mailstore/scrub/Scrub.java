package org.restante.mailstore.scrub;

import java.util.List;
import org.restante.account.AccountId;
import org.restante.inspection.Finding;
import org.restante.inspection.InspectedObject;
import org.restante.inspection.StoreInspection;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.meter.QuotaDrift;
import org.restante.mailstore.meter.StoreMeters;
import org.restante.refusal.NoSuchAccount;

/** Inspects accounts, and counts what it found. */
public final class Scrub implements StoreInspection {
  private final EngineGate gate;
  private final StoreMeters meters;
  private final QuotaDrift drift;

  public Scrub(EngineGate gate, StoreMeters meters, QuotaDrift drift) {
    this.gate = gate;
    this.meters = meters;
    this.drift = drift;
  }

  @Override
  public List<Finding> inspect(AccountId account) {
    AccountInspection done = gate.call(open -> inspect(open, account));
    for (InspectedObject object : InspectedObject.values()) {
      meters.inspected(object, done.findings().looked(object), done.findings().count(object));
    }
    drift.found(account.value(), done.octetsDrift(), done.messagesDrift());
    return done.findings().list();
  }

  private static AccountInspection inspect(OpenEngine open, AccountId account) {
    if (open.slot(account).state().id().value() != account.value()) {
      throw new NoSuchAccount(String.valueOf(account.value()));
    }
    AccountInspection inspection = new AccountInspection(open.engine(), account.value());
    inspection.run();
    return inspection;
  }
}
