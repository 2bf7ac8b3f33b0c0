package org.restante.keyvalue;

import java.util.List;
import java.util.Set;

/**
 * What of an engine's data can't be read any more.
 *
 * @param everywhere rows may be missing in any partition
 * @param partitions rows may be missing in these
 * @param links links of contents may be missing
 * @param causes what was found, a line each: the file, and what is wrong with it
 */
public record Damage(boolean everywhere, Set<Long> partitions, boolean links, List<String> causes) {

  /** Everything is whole. */
  public static final Damage NONE = new Damage(false, Set.of(), false, List.of());

  /** Copies the collections. */
  public Damage {
    partitions = Set.copyOf(partitions);
    causes = List.copyOf(causes);
  }

  /** Whether nothing is damaged. */
  public boolean isNone() {
    return !everywhere && partitions.isEmpty() && !links && causes.isEmpty();
  }

  /** Whether rows of this partition may be missing. */
  public boolean concerns(long partition) {
    return everywhere || partitions.contains(partition);
  }
}
