package org.restante.protocol;

/**
 * A session between two revisions of its plugin: small, versioned, documented by the plugin.
 *
 * @param protocol the plugin's protocol
 * @param version version of the state's format
 * @param octets the state
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record SuspendedSession(String protocol, int version, byte[] octets) {}
