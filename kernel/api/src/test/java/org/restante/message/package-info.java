/** Tests of what is said about messages. */
@org.jspecify.annotations.NullMarked
package org.restante.message;
