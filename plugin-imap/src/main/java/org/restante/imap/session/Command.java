package org.restante.imap.session;

import org.restante.account.AccountId;

/** A command, read and ready to run; by what it needs to run on. */
public sealed interface Command {

  /** Needs nothing: allowed before a login. */
  non-sealed interface Universal extends Command {
    /** Runs it, and writes untagged responses. */
    Outcome run(Conversation conversation);
  }

  /** Needs to know who asks. */
  non-sealed interface Personal extends Command {
    /** Runs it, and writes untagged responses. */
    Outcome run(Conversation conversation, AccountId account);
  }

  /** Needs a selected mailbox. */
  non-sealed interface InMailbox extends Command {
    /** Runs it, and writes untagged responses. */
    Outcome run(Conversation conversation, Selected selected);
  }
}
