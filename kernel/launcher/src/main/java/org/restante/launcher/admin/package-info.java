/** The client of the admin API. */
@org.jspecify.annotations.NullMarked
package org.restante.launcher.admin;
