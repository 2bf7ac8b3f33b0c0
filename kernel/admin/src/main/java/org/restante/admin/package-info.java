/** What an operator touches: accounts, the HTTP admin API, the console and the shell commands. */
@NullMarked
package org.restante.admin;

import org.jspecify.annotations.NullMarked;
