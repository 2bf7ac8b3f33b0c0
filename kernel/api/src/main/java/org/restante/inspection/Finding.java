package org.restante.inspection;

import org.restante.account.AccountId;

/**
 * A difference between what is counted and what is there.
 *
 * @param account whose
 * @param object what kind of thing differs: {@code counter}, {@code quota}, {@code uid}, {@code
 *     modseq}, {@code link}, {@code blob}
 * @param message where, expected and found
 */
public record Finding(AccountId account, String object, String message) {}
