/**
 * What the fields of a header say: addresses, dates, parameters, encoded words.
 *
 * <p>Invariants: a field's value is a String in which each char is one octet (ISO-8859-1), so no
 * octet of a letter is lost on the way to IMAP; only what is called "decoded" is Unicode text. No
 * parser here throws on any value: the obsolete syntax of RFC 5322 §4 and the common mistakes of
 * senders are read, the rest is passed over.
 */
@NullMarked
@Version("1.0.0")
package org.restante.mime.header;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
