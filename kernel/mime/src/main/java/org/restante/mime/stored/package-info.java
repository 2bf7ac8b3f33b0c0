/**
 * The index of a letter as octets: how it is written, read back whole, or walked where it lies.
 *
 * <p>Invariants: what a version means never changes; octets that are no index are told by {@link
 * org.restante.mime.stored.DamagedIndex}, before anything of them is used; who has the letter can
 * make its index anew.
 */
@NullMarked
@Version("1.0.0")
package org.restante.mime.stored;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
