package org.restante.admin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;

/** Flags as the API names them. */
public final class FlagNames {

  private FlagNames() {}

  /** Flags by their names; those that no letter can keep, as {@code \Recent}, are left out. */
  public static Flags flags(List<String> names) {
    int system = 0;
    List<String> keywords = new ArrayList<>();
    for (String name : names) {
      Optional<SystemFlag> flag = SystemFlag.of(name);
      if (flag.isPresent()) {
        system |= flag.get().bit();
      } else if (!name.isBlank() && !name.startsWith("\\")) {
        keywords.add(name);
      }
    }
    return new Flags(system, keywords);
  }
}
