package org.restante.core.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.core.folder.FolderWatch;
import org.restante.core.guard.Guards;
import org.restante.core.guard.PluginGuard;
import org.restante.core.meter.KernelMeters;
import org.restante.core.plugin.PluginTable;
import org.restante.core.store.HiddenServices;
import org.restante.core.weaving.PluginWeaver;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentProgress;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.DeploymentState;
import org.restante.deploy.Rollout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what serves and what is in the deploy folder the same. */
@Component(service = Deployer.class, immediate = true, configurationPid = JarDeployer.PID)
@Designate(ocd = DeployConfig.class)
public final class JarDeployer implements Deployer {
  static final String PID = "org.restante.core.deploy";
  private static final Logger LOG = LoggerFactory.getLogger(JarDeployer.class);

  private final DeploySettings settings;
  private final Framework framework;
  private final Replacement replacement;
  private final KernelMeters meters;
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private final Folder folder;
  private final FolderWriter writer;
  private final FolderWatch watch;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Set<String> inProgress = ConcurrentHashMap.newKeySet();
  private volatile Folder.Contents contents = new Folder.Contents(List.of(), Map.of(), false);
  private final List<Bundle> leftOver; // of the watching thread

  /**
   * Starts watching; what is in the folder is deployed at once, in parallel.
   *
   * @param weaver is there before the first class of a bundle is loaded
   * @param hidden is there before the first bundle looks for services
   */
  @Activate
  public JarDeployer(
      DeployConfig config,
      Map<String, ?> properties,
      BundleContext context,
      @Reference PluginTable plugins,
      @Reference Guards guards,
      @Reference PluginWeaver weaver,
      @Reference HiddenServices hidden,
      @Reference KernelMeters meters)
      throws IOException {
    settings = DeploySettings.of(config, properties, context);
    framework = new Framework(context, guards);
    Entrance entrance = settings.entrance(guards::scans);
    replacement = new Replacement(entrance, framework, plugins, settings);
    this.meters = meters;
    leftOver = new ArrayList<>(framework.leftOver());
    Files.createDirectories(settings.folder());
    writer = new FolderWriter(settings.folder());
    folder = new Folder(settings.folder(), settings.settle());
    guards.whenStopped(this::expel);
    entrance.announce();
    watch = new FolderWatch(settings.folder(), settings.poll(), this::look);
  }

  @Override
  public List<DeployedBundle> list() {
    List<DeployedBundle> all = new ArrayList<>();
    slots.values().forEach(slot -> all.addAll(slot.list()));
    contents
        .unreadable()
        .forEach(
            (file, why) ->
                all.add(DeployedBundle.unserved(file, "", file, DeploymentState.REFUSED, why)));
    Collection<Folder.Found> wanted = wanted(contents).values();
    contents.bundles().stream()
        .filter(found -> !wanted.contains(found))
        .forEach(found -> all.add(superseded(found)));
    all.sort(Comparator.comparing(DeployedBundle::name).thenComparing(DeployedBundle::state));
    return all;
  }

  @Override
  public DeployedBundle deploy(Path path, Rollout rollout, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused {
    Jar jar = Jar.read(path);
    Slot slot = slot(jar.name());
    slot.exclusively(
        () -> {
          String replaced = slot.file();
          Jar stored = replaced == null ? jar : jar.named(replaced);
          switch (rollout) {
            case Rollout.Everyone() -> {
              slot.bring(stored, progress);
              writer.store(stored);
            }
            case Rollout.Canary audience -> slot.tryOut(stored, audience, progress);
          }
        });
    retryRefused();
    return shown(
        slot, rollout instanceof Rollout.Canary ? DeploymentState.CANARY : DeploymentState.ACTIVE);
  }

  @Override
  public DeployedBundle promote(String name, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused {
    Slot slot = slot(symbolicName(name));
    slot.exclusively(() -> slot.promote(progress));
    return shown(slot, DeploymentState.ACTIVE);
  }

  @Override
  public DeployedBundle rollback(String name, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused {
    Slot slot = slot(symbolicName(name));
    slot.exclusively(
        () -> slot.rollback("was rolled back by command; upgrade to it to try it again", progress));
    return shown(slot, DeploymentState.ACTIVE);
  }

  private static DeployedBundle shown(Slot slot, DeploymentState state) throws DeploymentRefused {
    return slot.shown(state)
        .orElseThrow(() -> new DeploymentRefused("something else was deployed meanwhile"));
  }

  @Override
  public void undeploy(String name, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused {
    String symbolicName = symbolicName(name);
    Slot slot = slot(symbolicName);
    slot.exclusively(
        () -> {
          progress.accept(new DeploymentProgress(symbolicName, "ending sessions"));
          writer.delete(symbolicName, files(symbolicName, slot));
          slot.clear();
        });
    slots.remove(symbolicName, slot);
    progress.accept(new DeploymentProgress(symbolicName, "is removed"));
  }

  /** Stops watching; the bundles stay as they are. */
  @Deactivate
  public void close() {
    stopped.countDown();
    slots.values().forEach(Slot::endWatch);
    watch.close();
  }

  private void look() {
    try {
      boolean again = true;
      while (again) {
        contents = folder.look();
        reconcile(contents);
        again =
            contents.unsettled()
                && !stopped.await(settings.settle().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (IOException e) {
      LOG.error("{} can't be read: {}", settings.folder(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void reconcile(Folder.Contents now) {
    Map<String, Folder.Found> wanted = wanted(now);
    sortLeftOver(wanted);
    wanted.forEach(
        (name, found) -> {
          if (!slot(name).knows(found.hash())) {
            begin(name, () -> bring(found));
          }
        });
    slots.forEach(
        (name, slot) -> {
          if (!wanted.containsKey(name) && !now.unsettled() && !writer.has(slot.file())) {
            begin(name, () -> takeOut(name, slot));
          }
        });
  }

  /**
   * What an earlier run left in the framework's cache: to be adopted, to fall back to, or to go.
   */
  private void sortLeftOver(Map<String, Folder.Found> wanted) {
    for (Bundle bundle : leftOver) {
      Folder.Found found = wanted.get(bundle.getSymbolicName());
      if (found == null) {
        framework.remove(bundle);
      } else if (!bundle.getLocation().equals(Jar.location(fileName(found.path()), found.hash()))) {
        slot(found.name()).leftOver(bundle);
      }
    }
    leftOver.clear();
  }

  private void begin(String name, Slot.Deployment deployment) {
    if (!inProgress.add(name)) {
      return; // the next look sees what is still to be done
    }
    // A platform thread: the framework blocks in monitors, which would pin a virtual thread's
    // carrier.
    Thread.ofPlatform()
        .daemon()
        .name("deploy-" + name)
        .start(
            () -> {
              try {
                slot(name).exclusively(deployment);
              } catch (DeploymentRefused e) {
                LOG.debug("{} is refused", name, e);
              } catch (RuntimeException | LinkageError e) {
                LOG.error("the deployment of {} failed", name, e);
              } finally {
                inProgress.remove(name);
              }
            });
  }

  /** A plugin was stopped. Told on a thread of its own, or the watchdog's. */
  private void expel(PluginGuard guard) {
    String reason = guard.stopped().orElse("");
    LOG.error(
        "{} is stopped: {}. Deploy another revision, or the same one again when the cause is gone",
        guard.name(),
        reason);
    String name = guard.name().split(" ", 2)[0];
    Slot slot = slots.get(name);
    if (slot != null) {
      Thread.ofPlatform()
          .daemon()
          .name("expel-" + name)
          .start(() -> expel(slot, guard.bundleId(), reason));
    }
  }

  private static void expel(Slot slot, long bundleId, String reason) {
    try {
      slot.exclusively(() -> slot.expel(bundleId, reason));
    } catch (DeploymentRefused e) {
      LOG.error("bundle {} does not go", bundleId, e);
    }
  }

  private void bring(Folder.Found found) throws DeploymentRefused {
    Jar jar = Jar.read(found.path()); // once more: it may have changed while others were at work
    Slot slot = slot(jar.name());
    if (!slot.knows(jar.hash())) {
      slot.bring(jar, progress -> LOG.debug("{}", progress));
      retryRefused();
    }
  }

  private void takeOut(String name, Slot slot) {
    if (!writer.has(slot.file())) { // once more: it may have been deployed meanwhile
      slot.clear();
      slots.remove(name, slot);
    }
  }

  /** Other bundles may lack what has come just now. */
  private void retryRefused() {
    slots.values().forEach(Slot::retryRefused);
  }

  private List<Path> files(String name, Slot slot) {
    Stream<Path> served = Stream.ofNullable(slot.file()).map(settings.folder()::resolve);
    Stream<Path> found =
        contents.bundles().stream()
            .filter(each -> each.name().equals(name))
            .map(Folder.Found::path);
    Stream<Path> unreadable =
        contents.unreadable().keySet().stream()
            .filter(name::equals)
            .map(settings.folder()::resolve);
    return Stream.of(served, found, unreadable).flatMap(Function.identity()).toList();
  }

  private String symbolicName(String name) throws DeploymentRefused {
    return list().stream()
        .filter(bundle -> bundle.name().equals(name) || bundle.file().equals(name))
        .map(DeployedBundle::name)
        .findFirst()
        .orElseThrow(
            () -> new DeploymentRefused("there is no bundle " + name + " in " + settings.folder()));
  }

  private Slot slot(String name) {
    return slots.computeIfAbsent(name, made -> new Slot(made, replacement, writer, meters));
  }

  private static Map<String, Folder.Found> wanted(Folder.Contents now) {
    return now.bundles().stream()
        .collect(
            Collectors.toMap(
                Folder.Found::name,
                Function.identity(),
                BinaryOperator.maxBy(Folder.Found.BEST_LAST)));
  }

  private static DeployedBundle superseded(Folder.Found found) {
    return DeployedBundle.unserved(
        found.name(),
        found.version().toString(),
        fileName(found.path()),
        DeploymentState.SUPERSEDED,
        "");
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
