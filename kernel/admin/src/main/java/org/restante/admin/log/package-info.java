/** The framework's log service, written to the log of everything else. */
@org.jspecify.annotations.NullMarked
package org.restante.admin.log;
