/** What the operator sets. Invariant: settings that exist make sense; the others were refused. */
@org.jspecify.annotations.NullMarked
package org.restante.imap.settings;
