/** SASL (RFC 4422) exchanges, shared by all protocols, so that a mechanism is written once. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.sasl;
