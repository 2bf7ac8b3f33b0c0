package org.restante.testkit.engine;

import java.util.Arrays;
import org.pcollections.TreePMap;

/** The rows of one partition; the map in it is immutable and replaced whole. */
final class MemoryRows {
  private volatile TreePMap<byte[], byte[]> map = TreePMap.empty(Arrays::compareUnsigned);

  TreePMap<byte[], byte[]> map() {
    return map;
  }

  void replace(TreePMap<byte[], byte[]> newer) {
    map = newer;
  }
}
