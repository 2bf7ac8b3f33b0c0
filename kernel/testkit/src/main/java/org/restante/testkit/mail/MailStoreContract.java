package org.restante.testkit.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;

/**
 * What every mail store promises: each sentence of the mail seam as a test. The store's own test
 * class extends this one and says how an empty one is made; its default domain is {@code
 * localhost}.
 */
public abstract class MailStoreContract
    implements AccountContract,
        AddressContract,
        DomainContract,
        MailboxContract,
        RenameContract,
        AppendContract,
        FlagContract,
        CopyContract,
        ReplaceContract,
        ExpungeContract,
        ViewContract,
        SnapshotContract,
        ChangesContract,
        WatchContract,
        DeliveryContract,
        QuotaContract,
        RetentionContract,
        ImportContract {
  private @Nullable MailWorld world;
  private @Nullable Account user;

  /** A store without accounts. */
  protected abstract MailWorld open() throws Exception;

  /** Closes what {@link #open} opened. */
  protected void close(MailWorld closing) throws Exception {}

  @BeforeEach
  final void openWorld() throws Exception {
    world = open();
    user = world().accounts().create("user", "secret", QuotaLimits.NONE);
  }

  @AfterEach
  final void closeWorld() throws Exception {
    close(world());
  }

  @Override
  public final MailWorld world() {
    return Objects.requireNonNull(world);
  }

  @Override
  public final Account user() {
    return Objects.requireNonNull(user);
  }
}
