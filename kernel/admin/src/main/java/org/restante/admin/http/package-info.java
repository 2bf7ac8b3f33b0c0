/**
 * The HTTP server: one port on loopback, pages that are services, a token for the API.
 *
 * <p>Invariants: below {@code /api} nothing is done without the token; a body is read to a limit
 * and never whole into memory unless it is JSON of at most 1 MiB.
 */
@org.jspecify.annotations.NullMarked
package org.restante.admin.http;
