package org.restante.keyvalue;

/** What must have happened to a commit before it returns. */
public enum Durability {
  /**
   * It is on the disk (fsync) and survives a power loss. One fsync serves all commits that wait.
   */
  SYNC,
  /** It is with the operating system and survives the end of the process. */
  BUFFERED
}
