package org.restante.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.restante.testkit.framework.Loaders;
import org.restante.testkit.tck.Dialect.Part;

/** What holds when the bundle is gone. */
final class LeakRules {
  private static final int ROUNDS = 4;

  private final TestedProtocol tested;
  private final Set<Meter.Id> before;

  /**
   * Compares with what was there.
   *
   * @param before meters before the bundle came
   */
  LeakRules(TestedProtocol tested, Set<Meter.Id> before) {
    this.tested = tested;
    this.before = before;
  }

  void nothingStays() {
    List<String> left = new ArrayList<>();
    List<Remains> remains = new ArrayList<>();
    if (tested.deployed()) {
      tested.undeploy(); // what other rules have found may hold on to this revision
    }
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Loaders loaders = cameAndWent();
        if (left.isEmpty()) { // to be sure of one takes its time
          loaders.left().forEach(loader -> left.add("class loader: " + loader));
        }
        remains.add(Remains.now(tested.server().home()));
      }
      left.addAll(Remains.left(remains));
      MeterNames.strays(tested.registry(), before).forEach(name -> left.add("meter: " + name));
    } finally {
      tested.deploy(false);
    }
    assertThat(left).as("left behind by a bundle that was removed").isEmpty();
  }

  /** A bundle that has worked, and then goes from under its sessions. */
  private Loaders cameAndWent() {
    tested.deploy(false);
    Loaders loaders = new Loaders();
    try (Caller done = tested.onPort();
        Caller quiet = tested.onPort();
        Caller waiting = tested.onPort()) {
      done.wholeConversation();
      quiet.play(Part.GREETING, Part.LOGIN, Part.COMMAND);
      waiting.play(Part.GREETING, Part.LOGIN, Part.HOLD);
      loaders.watch(tested.server().bundle(tested.bundle()), "removed");
      tested.undeploy();
    }
    return loaders;
  }
}
