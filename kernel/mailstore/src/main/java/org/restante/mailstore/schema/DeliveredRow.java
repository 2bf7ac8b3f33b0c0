package org.restante.mailstore.schema;

/** Where an earlier delivery of the same id went. */
public record DeliveredRow(long mailbox, long uid) {}
