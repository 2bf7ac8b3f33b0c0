package org.restante.retention;

import java.time.Instant;
import org.restante.account.AccountId;

/**
 * A deleted account.
 *
 * @param id its number
 * @param address its address
 * @param removed when it was deleted
 */
public record RetainedAccount(AccountId id, String address, Instant removed) {}
