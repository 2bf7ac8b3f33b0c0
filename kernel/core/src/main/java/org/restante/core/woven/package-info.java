/**
 * What the kernel weaves into the classes of plugins: calls of a {@link
 * org.restante.core.woven.Checkpoint}.
 *
 * <p>Exported only because woven classes have to find it; nobody imports it by himself. Invariant:
 * a checkpoint that nobody is attentive to costs one plain read and one branch.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.core.woven;
