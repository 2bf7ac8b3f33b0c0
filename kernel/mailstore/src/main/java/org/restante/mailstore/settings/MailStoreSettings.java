package org.restante.mailstore.settings;

import java.time.Duration;

/**
 * How a mail store behaves.
 *
 * @param domain the default domain: of logins and addresses without one
 * @param engineWait how long calls wait for an engine
 * @param viewMemory octets of cached views, about
 * @param accountsInMemory accounts whose counters and mailboxes are kept in memory
 * @param mailboxes most mailboxes of an account
 * @param keywords most keywords of a message
 * @param durability what changes wait for
 * @param retention how long what was removed is kept
 * @param expungedAge how long the UIDs of expunged messages are remembered, at most
 * @param expungedRows how many expunges of a mailbox are remembered, at most
 * @param changeRows how many commits the change log of an account holds
 * @param deliveryMemory how long a delivery's id is remembered, at least
 * @param scrubInterval how often all letters are read and counted again; zero: never
 * @param scrubRate octets of letters that this reads in a second; zero: as many as go
 */
public record MailStoreSettings(
    String domain,
    Duration engineWait,
    long viewMemory,
    int accountsInMemory,
    int mailboxes,
    int keywords,
    Durabilities durability,
    Retentions retention,
    Duration expungedAge,
    int expungedRows,
    int changeRows,
    Duration deliveryMemory,
    Duration scrubInterval,
    long scrubRate) {

  /** Refuses what makes no sense. */
  public MailStoreSettings {
    if (domain.isBlank()
        || engineWait.isNegative()
        || viewMemory < 0
        || accountsInMemory < 1
        || mailboxes < 1
        || keywords < 0
        || expungedAge.isNegative()
        || expungedRows < 1
        || changeRows < 1
        || deliveryMemory.toSeconds() < 1
        || scrubInterval.isNegative()
        || scrubRate < 0) {
      throw new IllegalArgumentException("a setting of the mail store is out of its range");
    }
  }

  /** As without a configuration. */
  public static MailStoreSettings defaults() {
    return new MailStoreSettings(
        "localhost",
        Duration.ofSeconds(10),
        64 << 20,
        10_000,
        10_000,
        128,
        Durabilities.SYNC,
        Retentions.DEFAULT,
        Duration.ofDays(90),
        10_000,
        10_000,
        Duration.ofDays(3),
        Duration.ofDays(1),
        10 << 20);
  }

  /** The same with another default domain. */
  public MailStoreSettings withDomain(String newDomain) {
    return new MailStoreSettings(
        newDomain,
        engineWait,
        viewMemory,
        accountsInMemory,
        mailboxes,
        keywords,
        durability,
        retention,
        expungedAge,
        expungedRows,
        changeRows,
        deliveryMemory,
        scrubInterval,
        scrubRate);
  }

  /** The same with another time to wait for an engine. */
  public MailStoreSettings withEngineWait(Duration newEngineWait) {
    return new MailStoreSettings(
        domain,
        newEngineWait,
        viewMemory,
        accountsInMemory,
        mailboxes,
        keywords,
        durability,
        retention,
        expungedAge,
        expungedRows,
        changeRows,
        deliveryMemory,
        scrubInterval,
        scrubRate);
  }

  /** The same with another memory of expunged messages. */
  public MailStoreSettings withExpunged(Duration age, int rows) {
    return new MailStoreSettings(
        domain,
        engineWait,
        viewMemory,
        accountsInMemory,
        mailboxes,
        keywords,
        durability,
        retention,
        age,
        rows,
        changeRows,
        deliveryMemory,
        scrubInterval,
        scrubRate);
  }

  /** The same with other sizes of what is held in memory. */
  public MailStoreSettings withMemory(long newViewMemory, int newAccountsInMemory) {
    return new MailStoreSettings(
        domain,
        engineWait,
        newViewMemory,
        newAccountsInMemory,
        mailboxes,
        keywords,
        durability,
        retention,
        expungedAge,
        expungedRows,
        changeRows,
        deliveryMemory,
        scrubInterval,
        scrubRate);
  }

  /** The same with other times for which what was removed is kept. */
  public MailStoreSettings withRetention(Retentions newRetention) {
    return new MailStoreSettings(
        domain,
        engineWait,
        viewMemory,
        accountsInMemory,
        mailboxes,
        keywords,
        durability,
        newRetention,
        expungedAge,
        expungedRows,
        changeRows,
        deliveryMemory,
        scrubInterval,
        scrubRate);
  }

  /** The same where changes wait for something else. */
  public MailStoreSettings withDurability(Durabilities newDurability) {
    return new MailStoreSettings(
        domain,
        engineWait,
        viewMemory,
        accountsInMemory,
        mailboxes,
        keywords,
        newDurability,
        retention,
        expungedAge,
        expungedRows,
        changeRows,
        deliveryMemory,
        scrubInterval,
        scrubRate);
  }
}
