/**
 * What is in this server now: bundles, and components that wait or have failed. Pages and shell
 * commands show the same rows.
 */
@org.jspecify.annotations.NullMarked
package org.restante.admin.inventory;
