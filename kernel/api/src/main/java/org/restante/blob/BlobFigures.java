package org.restante.blob;

/**
 * What the blob store holds.
 *
 * @param blobs contents kept
 * @param octets their octets, each content counted once, before compression
 * @param garbageOctets octets of contents without a link that wait for collection
 */
public record BlobFigures(long blobs, long octets, long garbageOctets) {}
