package org.restante.keyvalue;

/**
 * What an engine promises and where its limits are.
 *
 * @param keyOctets longest key
 * @param valueOctets longest value
 * @param batchOctets largest batch, blobs not counted
 * @param batchOperations most operations in one batch
 * @param exclusive no other process writes: guards are skipped and counters may be held in memory
 * @param elastic partitions may live on several machines
 */
public record EngineCapabilities(
    int keyOctets,
    int valueOctets,
    int batchOctets,
    int batchOperations,
    boolean exclusive,
    boolean elastic) {}
