/**
 * Folders that are watched: the certificate's and the deploy folder.
 *
 * <p>Invariant: a change is seen by the system's events, and where those fail, by a slow poll; who
 * watches looks at the whole folder each time, so a lost event costs time, never a change.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.folder;
