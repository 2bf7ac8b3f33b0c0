/**
 * The admin API, version 1: one class for each kind of thing. Shapes are in {@code
 * docs/admin-api.md}.
 *
 * <p>Invariant: an error is a status and one sentence that names the cause and the cure.
 */
@org.jspecify.annotations.NullMarked
package org.restante.admin.api;
