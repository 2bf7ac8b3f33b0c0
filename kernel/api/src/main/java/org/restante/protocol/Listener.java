package org.restante.protocol;

/**
 * A port that the kernel listens on.
 *
 * @param name the configuration's name: {@code submission}
 * @param protocol the plugin that serves it: {@code smtp}
 * @param role what the plugin does here, where it has several roles: {@code mx}, {@code
 *     submission}, {@code lmtp}; empty otherwise
 * @param implicitTls TLS from the first octet
 * @param hostname this server's name in greetings
 */
public record Listener(
    String name, String protocol, String role, boolean implicitTls, String hostname) {}
