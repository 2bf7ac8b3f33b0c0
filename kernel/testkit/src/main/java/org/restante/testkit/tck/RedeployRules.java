package org.restante.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.restante.testkit.framework.Worker;
import org.restante.testkit.tck.Dialect.Part;

/** What holds while the bundle is replaced under its sessions. */
final class RedeployRules {
  private static final int WORKING = 8;
  private static final int WAITING = 4;
  private static final int UPGRADES = 6;

  private final TestedProtocol tested;

  RedeployRules(TestedProtocol tested) {
    this.tested = tested;
  }

  void nobodyIsDropped() throws Exception {
    double dropped = handed("dropped");
    double moved = handed("moved");
    List<Caller> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < WAITING; i++) {
        waiting.add(tested.onPort().play(Part.GREETING, Part.LOGIN, Part.HOLD));
      }
      int answered = underLoad();
      assertThat(answered).as("commands answered meanwhile").isPositive();
      for (Caller caller : waiting) {
        caller.news().play(Part.RELEASE, Part.COMMAND).leave();
      }
    } catch (Exception | AssertionError e) {
      tested.deploy(false); // the rules that follow are about the first revision
      throw e;
    } finally {
      waiting.forEach(Caller::close);
    }
    assertThat(handed("dropped") - dropped).as("sessions dropped").isZero();
    assertThat(handed("moved") - moved)
        .as("sessions moved")
        .isGreaterThanOrEqualTo(UPGRADES * (double) (WORKING + WAITING));
  }

  /** Upgrades there and back while commands are said; gives how many were answered. */
  private int underLoad() throws Exception {
    List<Worker> workers = new ArrayList<>();
    List<Future<Integer>> answers = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(WORKING);
    try {
      for (int i = 0; i < WORKING; i++) {
        Caller caller = tested.onPort().play(Part.GREETING, Part.LOGIN);
        workers.add(new Worker(caller, step -> caller.play(Part.COMMAND)));
      }
      workers.forEach(worker -> answers.add(threads.submit(worker)));
      for (int upgrade = 0; upgrade < UPGRADES; upgrade++) {
        tested.deploy(upgrade % 2 == 0);
        awaitSteps(workers, answers);
      }
      workers.forEach(Worker::end);
      return sum(answers);
    } finally {
      workers.forEach(Worker::end);
      threads.shutdownNow();
    }
  }

  private static void awaitSteps(List<Worker> workers, List<Future<Integer>> answers)
      throws Exception {
    for (int i = 0; i < workers.size(); i++) {
      sayWhy(answers.get(i));
      workers.get(i).awaitStep();
      sayWhy(answers.get(i));
    }
  }

  /** Of a session that has ended, which it must not have. */
  private static void sayWhy(Future<Integer> answer) throws Exception {
    if (answer.isDone()) {
      answer.get();
    }
  }

  private static int sum(List<Future<Integer>> answers) throws Exception {
    int sum = 0;
    for (Future<Integer> answer : answers) {
      sum += answer.get(1, TimeUnit.MINUTES);
    }
    return sum;
  }

  private double handed(String result) {
    return tested
        .registry()
        .get("restante.sessions.handover")
        .tags("protocol", tested.dialect().protocol(), "result", result)
        .counter()
        .count();
  }
}
