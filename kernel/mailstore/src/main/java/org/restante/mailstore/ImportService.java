package org.restante.mailstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.AccountId;
import org.restante.mail.ExactImport;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.SpecialUse;
import org.restante.message.NewMessage;

/** The exact import of the mail store as a service. */
@Component(service = ExactImport.class)
public final class ImportService implements ExactImport {
  private final ExactImport imports;

  /** The exact import of this store. */
  @Activate
  public ImportService(@Reference EngineMailStore store) {
    this.imports = store.imports();
  }

  @Override
  public Mailbox mailbox(
      AccountId account,
      MailboxName name,
      Optional<SpecialUse> specialUse,
      long uidValidity,
      long uidNext) {
    return imports.mailbox(account, name, specialUse, uidValidity, uidNext);
  }

  @Override
  public void append(MailboxRef mailbox, List<Long> uids, List<NewMessage> messages) {
    imports.append(mailbox, uids, messages);
  }

  @Override
  public void append(
      MailboxRef mailbox, List<Long> uids, List<Instant> saveDates, List<NewMessage> messages) {
    imports.append(mailbox, uids, saveDates, messages);
  }

  @Override
  public void raiseUidNext(MailboxRef mailbox, long uidNext) {
    imports.raiseUidNext(mailbox, uidNext);
  }
}
