/** Delivery of one content to many recipients, each recipient with an outcome of its own. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.delivery;
