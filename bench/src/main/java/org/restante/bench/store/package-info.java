/**
 * What the store costs over the bare database below it, and what its operations cost as mailboxes
 * grow. Every figure is a ratio of two things done in turn in one run; the checks {@code
 * store-durable-rate}, {@code store-flags} and {@code store-growth} start these programs.
 */
@NullMarked
package org.restante.bench.store;

import org.jspecify.annotations.NullMarked;
