package org.restante.mailstore.schema;

import org.restante.message.Flags;

/** What changes about a message: its flags, and the MODSEQ of their last change. */
public record HotRow(Flags flags, long modSeq) {}
