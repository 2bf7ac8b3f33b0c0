/**
 * An account's mail on its way between a server and files: as an archive, a Maildir or mbox files.
 *
 * <p>Invariants: what was transferred before an error stays, and the next run goes on behind it; no
 * more than a part of some megabytes is in memory.
 */
@org.jspecify.annotations.NullMarked
package org.restante.launcher.archive;
