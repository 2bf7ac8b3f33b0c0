package org.restante.deploy;

/**
 * A jar of the deploy folder.
 *
 * @param name the bundle's symbolic name; the file's name where it has none
 * @param version the bundle's version; empty where it has none
 * @param bundleId the framework's number; -1 where it is not installed
 * @param file the jar's name in the folder
 * @param state whether it serves
 * @param detail why it is refused and what to do; otherwise empty
 * @param sessions sessions that it serves now
 */
public record DeployedBundle(
    String name,
    String version,
    long bundleId,
    String file,
    DeploymentState state,
    String detail,
    int sessions) {}
