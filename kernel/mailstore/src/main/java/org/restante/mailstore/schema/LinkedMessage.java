package org.restante.mailstore.schema;

import org.restante.message.StoredMessage;

/** A message in a mailbox, as the link of its content tells. */
public record LinkedMessage(long mailbox, StoredMessage message) {}
