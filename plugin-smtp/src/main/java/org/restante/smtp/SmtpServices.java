package org.restante.smtp;

import java.time.Clock;
import org.restante.account.AccountDirectory;
import org.restante.account.DomainDirectory;
import org.restante.mail.MailStore;
import org.restante.sasl.Sasl;
import org.restante.smtp.delivery.DeliveryMeters;
import org.restante.smtp.delivery.LetterIds;
import org.restante.smtp.delivery.LocalDelivery;

/** What all sessions of a plugin share. */
record SmtpServices(
    MailStore store,
    AccountDirectory accounts,
    DomainDirectory domains,
    Sasl sasl,
    LocalDelivery delivery,
    DeliveryMeters deliveryMeters,
    SmtpMeters meters,
    LetterIds ids,
    Clock clock,
    SmtpSettings settings) {

  /** The same with other settings. */
  SmtpServices with(SmtpSettings changed) {
    return new SmtpServices(
        store, accounts, domains, sasl, delivery, deliveryMeters, meters, ids, clock, changed);
  }
}
