package org.restante.mailstore.scrub;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.restante.inspection.Finding;
import org.restante.inspection.InspectedObject;
import org.restante.inspection.StoreInspection;

/** What an inspection has looked at and found. */
final class Findings {
  private final List<Finding> findings = new ArrayList<>();
  private final Map<InspectedObject, Long> looked = new EnumMap<>(InspectedObject.class);
  private final Map<InspectedObject, Long> found = new EnumMap<>(InspectedObject.class);

  /** Compares what is kept with what it should be. */
  void compare(InspectedObject object, String where, String what, Object kept, Object counted) {
    looked.merge(object, 1L, Long::sum);
    if (!Objects.equals(kept, counted)) {
      add(object, where, what, String.valueOf(kept), String.valueOf(counted));
    }
  }

  /** Checks that something holds. */
  void check(InspectedObject object, boolean holds, String where, String what, Object kept) {
    looked.merge(object, 1L, Long::sum);
    if (!holds) {
      add(object, where, what, String.valueOf(kept), "");
    }
  }

  List<Finding> list() {
    return List.copyOf(findings);
  }

  long looked(InspectedObject object) {
    return looked.getOrDefault(object, 0L);
  }

  long count(InspectedObject object) {
    return found.getOrDefault(object, 0L);
  }

  private void add(InspectedObject object, String where, String what, String kept, String counted) {
    found.merge(object, 1L, Long::sum);
    if (findings.size() < StoreInspection.MOST_FINDINGS) {
      findings.add(new Finding(object, where, what, kept, counted));
    }
  }
}
