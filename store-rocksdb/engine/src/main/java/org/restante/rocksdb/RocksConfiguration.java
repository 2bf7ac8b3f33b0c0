package org.restante.rocksdb;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.restante.rocksdb.table.Compression;

/** The keys of {@code org.restante.store.rocksdb.config}. */
@ObjectClassDefinition(
    name = "RocksDB engine",
    description = "Where letters and rows are kept: memory, threads, collection, compression.")
public @interface RocksConfiguration {

  /** Where the data lies; relative: to restante.home. */
  @AttributeDefinition(name = "Directory", description = "Relative to restante.home.")
  String directory() default "data/rocksdb";

  /** One budget for all that is off heap; auto: the engine's share of the server's memory. */
  @AttributeDefinition(name = "Memory", description = "Budget of the engine off heap, or auto.")
  String memory() default "auto";

  /** Calls that wait for the disk at a time. */
  @AttributeDefinition(
      name = "Disk threads",
      description = "Calls that wait for the disk at a time.")
  int diskThreads() default 16;

  /** Flushes and compactions at a time. */
  @AttributeDefinition(name = "Background jobs", description = "Flushes and compactions at a time.")
  int backgroundJobs() default 2;

  /** How long a content without a link is kept. */
  @AttributeDefinition(name = "GC grace", description = "How long unused contents are kept.")
  String gcGrace() default "1h";

  /** How often contents without a link are collected. */
  @AttributeDefinition(name = "GC interval", description = "How often unused contents are removed.")
  String gcInterval() default "5m";

  /**
   * Contents up to this size are written with the batch that links them; longer ones are files of
   * their own.
   */
  @AttributeDefinition(name = "In one write", description = "Largest content kept in memory.")
  String inOneWrite() default "256KiB";

  /** The unit in which contents are stored and read. */
  @AttributeDefinition(name = "Chunk", description = "The unit in which contents are read.")
  String chunk() default "64KiB";

  /** Room on the disk below which contents are refused. */
  @AttributeDefinition(name = "Reserve", description = "Below this free space letters are refused.")
  String reserve() default "64MiB";

  /** Compression of rows. */
  @AttributeDefinition(name = "Row compression", description = "NONE, LZ4 or ZSTD.")
  Compression rowCompression() default Compression.LZ4;

  /** Compression of contents. */
  @AttributeDefinition(name = "Content compression", description = "NONE, LZ4 or ZSTD.")
  Compression contentCompression() default Compression.LZ4;
}
