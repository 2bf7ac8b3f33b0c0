package org.restante.rocksdb.salvage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the machine was started since a database was open. Then the power may have gone, and of
 * what was not synced any part may be missing, in front of what is there, too: a log that is
 * written over has its length before it has its octets. A process that is killed leaves no gaps.
 */
final class MachineStart {
  private static final Path ID = Path.of("/proc/sys/kernel/random/boot_id");

  private final Path note;

  /** The start that is noted in a file, which need not be there. */
  MachineStart(Path note) {
    this.note = note;
  }

  /** Whether the machine was started since that was noted, or may have been. */
  boolean isAnother() throws IOException {
    String id = id();
    return id.isEmpty() || !Files.exists(note) || !id.equals(read(note));
  }

  /** Notes the present start. */
  void note() throws IOException {
    if (isAnother()) {
      Files.writeString(note, id());
    }
  }

  /** Of this start of the machine; empty where the system tells none. */
  private static String id() throws IOException {
    return Files.isReadable(ID) ? read(ID) : "";
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), US_ASCII).strip();
  }
}
