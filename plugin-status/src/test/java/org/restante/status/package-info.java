/** Tests of the mailbox-status protocol: in memory, and under the TCK. */
@org.jspecify.annotations.NullMarked
package org.restante.status;
