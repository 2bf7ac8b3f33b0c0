/**
 * From the octets of a body to what they stand for: transfer encodings and charsets.
 *
 * <p>Invariant: nothing here fails on bad input. Mail that is stored was accepted as it is, so a
 * decoder gives what it can read and passes over the rest; the only exceptions are those of the
 * source stream.
 */
@NullMarked
@Version("1.0.0")
package org.restante.mime.decode;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
