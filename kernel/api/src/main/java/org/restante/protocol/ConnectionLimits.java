package org.restante.protocol;

/**
 * What one connection may cost.
 *
 * @param lineOctets longest command line, literals not counted
 * @param messageOctets largest message to take in
 */
public record ConnectionLimits(int lineOctets, long messageOctets) {}
