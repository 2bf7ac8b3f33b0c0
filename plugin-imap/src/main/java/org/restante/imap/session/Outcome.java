package org.restante.imap.session;

/** What a command came to: its end, or more to wait for. */
public sealed interface Outcome permits Completion, Ongoing {}
