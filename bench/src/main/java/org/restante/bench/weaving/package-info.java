/**
 * What checkpoints cost: the IMAP plugin woven against the same plugin as it was compiled, in one
 * run.
 */
@org.jspecify.annotations.NullMarked
package org.restante.bench.weaving;
