package org.restante.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command about one protocol bundle, which is named as {@code bundles} shows it. */
abstract class BundleAction implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "a symbolic name, as «bundles» shows it")
  private String name = "";

  abstract void act(Rollouts rollouts, String name) throws Exception;

  @Override
  public final Integer call() throws Exception {
    act(new Rollouts(restante.home(), spec), name);
    return 0;
  }
}
