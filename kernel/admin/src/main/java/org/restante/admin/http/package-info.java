/**
 * The HTTP server: one port on loopback, pages that are services, a token for the API.
 */
@org.jspecify.annotations.NullMarked
package org.restante.admin.http;
