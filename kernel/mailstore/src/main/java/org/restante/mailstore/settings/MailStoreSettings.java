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
 * @param mailboxKeywords most different keywords in a mailbox
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
    int mailboxKeywords,
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
        || mailboxKeywords < 0
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
    return builder().build();
  }

  /** Settings as without a configuration, to be changed. */
  public static Builder builder() {
    return new Builder();
  }

  /** Settings in the making; each is named as what it sets. For one thread. */
  public static final class Builder {
    private String domain = "localhost";
    private Duration engineWait = Duration.ofSeconds(10);
    private long viewMemory = 64 << 20;
    private int accountsInMemory = 10_000;
    private int mailboxes = 10_000;
    private int keywords = 128;
    private int mailboxKeywords = 1_000;
    private Durabilities durability = Durabilities.SYNC;
    private Retentions retention = Retentions.DEFAULT;
    private Duration expungedAge = Duration.ofDays(90);
    private int expungedRows = 10_000;
    private int changeRows = 10_000;
    private Duration deliveryMemory = Duration.ofDays(3);
    private Duration scrubInterval = Duration.ofDays(1);
    private long scrubRate = 10 << 20;

    private Builder() {}

    public Builder domain(String value) {
      domain = value;
      return this;
    }

    public Builder engineWait(Duration value) {
      engineWait = value;
      return this;
    }

    public Builder viewMemory(long value) {
      viewMemory = value;
      return this;
    }

    public Builder accountsInMemory(int value) {
      accountsInMemory = value;
      return this;
    }

    public Builder mailboxes(int value) {
      mailboxes = value;
      return this;
    }

    public Builder keywords(int value) {
      keywords = value;
      return this;
    }

    public Builder mailboxKeywords(int value) {
      mailboxKeywords = value;
      return this;
    }

    public Builder durability(Durabilities value) {
      durability = value;
      return this;
    }

    public Builder retention(Retentions value) {
      retention = value;
      return this;
    }

    public Builder expungedAge(Duration value) {
      expungedAge = value;
      return this;
    }

    public Builder expungedRows(int value) {
      expungedRows = value;
      return this;
    }

    public Builder changeRows(int value) {
      changeRows = value;
      return this;
    }

    public Builder deliveryMemory(Duration value) {
      deliveryMemory = value;
      return this;
    }

    public Builder scrubInterval(Duration value) {
      scrubInterval = value;
      return this;
    }

    public Builder scrubRate(long value) {
      scrubRate = value;
      return this;
    }

    /** The settings; those that make no sense are refused. */
    public MailStoreSettings build() {
      return new MailStoreSettings(
          domain,
          engineWait,
          viewMemory,
          accountsInMemory,
          mailboxes,
          keywords,
          mailboxKeywords,
          durability,
          retention,
          expungedAge,
          expungedRows,
          changeRows,
          deliveryMemory,
          scrubInterval,
          scrubRate);
    }
  }
}
