/** Tests of letters on their way between a server and files. */
@org.jspecify.annotations.NullMarked
package org.restante.launcher.archive;
