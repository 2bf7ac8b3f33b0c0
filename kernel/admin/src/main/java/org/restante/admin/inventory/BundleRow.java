package org.restante.admin.inventory;

/**
 * A bundle.
 *
 * @param name its symbolic name; the file's name where it has none
 * @param version its version; empty where it has none
 * @param state the framework's word, or the deployer's where it owns the bundle
 * @param protocol what it serves; empty for nothing
 * @param file its file in the deploy folder; empty for a bundle of the distribution
 * @param sessions sessions that it serves now
 * @param problem why it does not serve; empty where it does
 */
public record BundleRow(
    String name,
    String version,
    String state,
    String protocol,
    String file,
    int sessions,
    String problem) {}
