/**
 * Replies with enhanced status codes (RFC 2034, RFC 3463), and what the store's refusals are in
 * these words.
 */
@NullMarked
package org.restante.smtp.reply;

import org.jspecify.annotations.NullMarked;
