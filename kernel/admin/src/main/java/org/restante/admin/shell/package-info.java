/**
 * Commands for those who live in the OSGi shell, and the shell over HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.restante.admin.shell;
