/**
 * Why the mail store says no. Unchecked and named; each protocol maps them to its own words in one
 * method. Their texts are for logs, never for clients.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.refusal;
