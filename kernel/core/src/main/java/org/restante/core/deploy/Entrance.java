package org.restante.core.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.restante.core.ownership.Ownership;
import org.restante.core.scan.Finding;
import org.restante.core.scan.Verdicts;
import org.restante.core.signature.SignedJar;
import org.restante.core.signature.TrustedCertificates;
import org.restante.deploy.DeploymentRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who gets in: what is looked at before a bundle is installed. */
final class Entrance {
  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
  private static final int SHOWN = 3;

  private final Path folder;
  private final Path trusted;
  private final List<Path> guarded;
  private final BooleanSupplier scans;
  private final Verdicts verdicts;

  /**
   * An entrance.
   *
   * @param folder of bundles
   * @param trusted of certificates
   * @param guarded what only its owner should be able to write
   * @param scans whether classes are looked over
   * @param verdicts who looks them over
   */
  Entrance(
      Path folder, Path trusted, List<Path> guarded, BooleanSupplier scans, Verdicts verdicts) {
    this.folder = folder;
    this.trusted = trusted;
    this.guarded = List.copyOf(guarded);
    this.scans = scans;
    this.verdicts = verdicts;
  }

  /** Says once whose bundles are taken, and who could change that. */
  void announce() {
    try {
      TrustedCertificates keys = TrustedCertificates.in(trusted);
      if (keys.required()) {
        LOG.info(
            "bundles are taken if signed by one of {} certificates of {}", keys.count(), trusted);
      } else {
        LOG.info(
            "bundles are taken from everybody who can write {}: no certificate in {}",
            folder,
            trusted);
      }
    } catch (IOException e) {
      LOG.error("{} can't be read: no bundle is taken: {}", trusted, e.toString());
    }
    warn();
  }

  /**
   * Lets a jar in.
   *
   * @throws DeploymentRefused with what is wrong and what to do
   */
  void admit(Jar jar) throws DeploymentRefused {
    warn();
    try {
      if (Ownership.of(folder).filter(Ownership::worldWritable).isPresent()) {
        throw new DeploymentRefused(
            jar.name()
                + " comes from "
                + folder
                + ", which everybody can write: chmod go-w "
                + folder);
      }
      checkSignature(jar);
      if (scans.getAsBoolean()) {
        checkClasses(jar);
      }
    } catch (IOException e) {
      throw new DeploymentRefused(jar.name() + " can't be looked over: " + e.getMessage());
    }
  }

  private void checkSignature(Jar jar) throws IOException, DeploymentRefused {
    TrustedCertificates keys = TrustedCertificates.in(trusted);
    keys.unreadable().forEach(file -> LOG.warn("{} holds no certificate: {}", trusted, file));
    Optional<String> objection = SignedJar.objection(jar.content(), keys);
    if (objection.isPresent()) {
      throw new DeploymentRefused(jar.name() + " " + objection.get());
    }
  }

  private void checkClasses(Jar jar) throws IOException, DeploymentRefused {
    List<Finding> findings = verdicts.of(jar.content(), jar.digest());
    if (!findings.isEmpty()) {
      String shown =
          findings.stream().limit(SHOWN).map(Finding::line).collect(Collectors.joining("; "));
      String more = findings.size() > SHOWN ? "; and " + (findings.size() - SHOWN) + " more" : "";
      throw new DeploymentRefused(jar.name() + " does what no plugin may: " + shown + more);
    }
  }

  private void warn() {
    Ownership.warnings(guarded).forEach(LOG::warn);
  }
}
