package org.restante.testkit.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The store did or holds something else than the model. */
public final class Different extends AssertionError {
  private static final long serialVersionUID = 1L;

  Different(String what, @Nullable Throwable cause) {
    super(what, cause);
  }

  static void unless(boolean holds, String what) {
    if (!holds) {
      throw new Different(what, null);
    }
  }

  static void unlessSame(String what, @Nullable Object model, @Nullable Object store) {
    if (!Objects.equals(model, store)) {
      throw new Different(what + ": the model has " + model + ", the store " + store, null);
    }
  }
}
