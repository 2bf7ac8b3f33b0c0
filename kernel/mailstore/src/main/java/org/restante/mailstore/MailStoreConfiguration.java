package org.restante.mailstore;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.restante.keyvalue.Durability;

/** The keys of {@code org.restante.mailstore.config}. */
@ObjectClassDefinition(
    name = "Mail store",
    description = "Mailboxes and accounts: default domain, limits, memory, how long is remembered.")
public @interface MailStoreConfiguration {

  /** The domain of logins and addresses that have none. */
  @AttributeDefinition(name = "Default domain", description = "Of logins and bare addresses.")
  String domain() default "localhost";

  /** How long calls wait while the engine is replaced. */
  @AttributeDefinition(name = "Engine wait", description = "How long calls wait for an engine.")
  String engineWait() default "10s";

  /** The budget of cached mailbox views; auto: their share of the server's memory. */
  @AttributeDefinition(name = "View memory", description = "Budget of cached views, or auto.")
  String viewMemory() default "auto";

  /** Accounts whose counters and mailboxes are kept in memory. */
  @AttributeDefinition(name = "Accounts in memory", description = "Accounts kept in memory.")
  int accountsInMemory() default 10_000;

  /** Most mailboxes of an account, and most subscriptions. */
  @AttributeDefinition(name = "Mailboxes", description = "Most mailboxes of an account.")
  int mailboxes() default 10_000;

  /** Most keywords of a message. */
  @AttributeDefinition(name = "Keywords", description = "Most keywords of a message.")
  int keywords() default 128;

  /** Most different keywords of all messages in a mailbox. */
  @AttributeDefinition(
      name = "Keywords of a mailbox",
      description = "Most different keywords in a mailbox.")
  int mailboxKeywords() default 1_000;

  /** What a change of flags waits for. */
  @AttributeDefinition(
      name = "Durability of flags",
      description = "SYNC: on the disk. BUFFERED: with the operating system.")
  Durability flags() default Durability.SYNC;

  /** What create, rename, subscribe and delete wait for. */
  @AttributeDefinition(
      name = "Durability of mailboxes",
      description = "Create, rename, subscribe, delete; SYNC or BUFFERED.")
  Durability mailboxChanges() default Durability.SYNC;

  /** What an expunge waits for. */
  @AttributeDefinition(name = "Durability of expunge", description = "SYNC or BUFFERED.")
  Durability expunge() default Durability.SYNC;

  /** What copy and move wait for. */
  @AttributeDefinition(name = "Durability of copy and move", description = "SYNC or BUFFERED.")
  Durability copyAndMove() default Durability.SYNC;

  /** How long expunged messages can be restored. */
  @AttributeDefinition(
      name = "Retained messages",
      description = "How long expunged messages are kept; 0d: not at all.")
  String retainMessages() default "7d";

  /** How long deleted mailboxes can be restored. */
  @AttributeDefinition(
      name = "Retained mailboxes",
      description = "How long deleted mailboxes are kept; 0d: not at all.")
  String retainMailboxes() default "30d";

  /** How long deleted accounts can be restored. */
  @AttributeDefinition(
      name = "Retained accounts",
      description = "How long deleted accounts are kept; 0d: not at all.")
  String retainAccounts() default "30d";

  /** How long the UIDs of expunged messages are remembered, at most. */
  @AttributeDefinition(name = "Expunged, age", description = "How long expunges are remembered.")
  String expungedAge() default "90d";

  /** How many expunges of a mailbox are remembered, at most. */
  @AttributeDefinition(name = "Expunged, number", description = "Expunges remembered, a mailbox.")
  int expungedRows() default 10_000;

  /** How many commits the change log of an account holds. */
  @AttributeDefinition(name = "Change log", description = "Commits in an account's change log.")
  int changeRows() default 10_000;

  /** How long a delivery's id is remembered, at least. */
  @AttributeDefinition(name = "Delivery memory", description = "How long deliveries are known.")
  String deliveryMemory() default "3d";

  /** How often all letters are read and all counters counted again. */
  @AttributeDefinition(name = "Scrub interval", description = "Between two scrubs; 0s: none.")
  String scrubInterval() default "1d";

  /** Octets of letters that the scrub reads in a second. */
  @AttributeDefinition(name = "Scrub rate", description = "Octets a scrub reads in a second.")
  String scrubRate() default "10MiB";
}
