/** A protocol for tests: a few commands, each a line, that try out a connection. */
@org.jspecify.annotations.NullMarked
package org.restante.core.echo;
