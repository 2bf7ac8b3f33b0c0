/** The commands, one class each. */
@org.jspecify.annotations.NullMarked
package org.restante.launcher.command;
