package org.restante.launcher.command;

import picocli.CommandLine.IVersionProvider;

/** The version in this program's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"restante " + (version == null ? "(unpackaged)" : version)};
  }
}
