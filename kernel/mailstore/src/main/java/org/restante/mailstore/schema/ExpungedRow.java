package org.restante.mailstore.schema;

import org.restante.message.UidSet;

/**
 * Messages that left a mailbox at a MODSEQ.
 *
 * @param epochSecond when
 * @param uids which
 */
public record ExpungedRow(long epochSecond, UidSet uids) {}
