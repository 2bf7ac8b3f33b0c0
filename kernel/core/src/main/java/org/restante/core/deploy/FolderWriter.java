package org.restante.core.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.restante.deploy.DeploymentRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the deploy folder what the server would serve after a restart. */
final class FolderWriter {
  /** Ending of a jar that was taken back: not looked at any more. */
  static final String REFUSED = ".refused";

  private static final Logger LOG = LoggerFactory.getLogger(FolderWriter.class);

  private final Path folder;

  FolderWriter(Path folder) {
    this.folder = folder;
  }

  boolean has(@Nullable String file) {
    return file != null && Files.exists(folder.resolve(file));
  }

  /** Puts it in, in place of a file of the same name. */
  void store(Jar jar) throws DeploymentRefused {
    try {
      write(jar);
    } catch (IOException e) {
      throw new DeploymentRefused(
          jar.name() + " serves, but can't be written to " + folder.resolve(jar.file()) + ": " + e);
    }
  }

  /** One jar is refused from now on, the other serves again. */
  void takeBack(Jar refused, @Nullable Jar back) {
    Path bad = folder.resolve(refused.file());
    try {
      if (Files.exists(bad) && Jar.read(bad).hash().equals(refused.hash())) {
        Files.move(
            bad,
            bad.resolveSibling(refused.file() + REFUSED),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      if (back != null && !has(back.file())) {
        write(back);
      }
    } catch (IOException | DeploymentRefused e) {
      LOG.error(
          "{} {} is taken back, but the folder can't be put right: {}. Put the jar that shall serve"
              + " after a restart into {}",
          refused.name(),
          refused.version(),
          e.getMessage(),
          folder);
    }
  }

  void delete(String name, Collection<Path> files) throws DeploymentRefused {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new DeploymentRefused(name + " can't be removed from the folder: " + e);
    }
  }

  private void write(Jar jar) throws IOException {
    Path target = folder.resolve(jar.file());
    Path draft = target.resolveSibling("." + target.getFileName() + ".new");
    Files.write(draft, jar.content());
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
