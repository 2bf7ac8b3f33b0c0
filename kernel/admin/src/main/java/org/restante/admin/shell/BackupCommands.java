package org.restante.admin.shell;

import java.nio.file.Path;
import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.backup.Backup;
import org.restante.backup.Backups;
import org.restante.backup.TakenBackup;

/** Backups in the shell. */
@Component(
    service = BackupCommands.class,
    property = {
      CommandProcessor.COMMAND_SCOPE + "=restante",
      CommandProcessor.COMMAND_FUNCTION + "=backup",
      CommandProcessor.COMMAND_FUNCTION + "=backups",
      CommandProcessor.COMMAND_FUNCTION + "=verify"
    })
public final class BackupCommands {

  private final Backups backups;

  /** Over the engine's backups. */
  @Activate
  public BackupCommands(@Reference Backups backups) {
    this.backups = backups;
  }

  /** {@code backup DIRECTORY}. */
  @Descriptor("takes a backup; what is in the directory already is not copied again")
  public String backup(@Descriptor("relative to the home") String directory) {
    TakenBackup taken = backups.take(Path.of(directory), progress -> {});
    return "backup " + taken.backup().id() + ", " + taken.copied() + " octets copied";
  }

  /** {@code backups DIRECTORY}. */
  @Descriptor("lists the backups of a directory")
  public String backups(@Descriptor("relative to the home") String directory) {
    Grid grid = new Grid("ID", "TAKEN", "OCTETS", "FILES");
    for (Backup backup : backups.list(Path.of(directory))) {
      grid.add(backup.id(), backup.taken(), backup.octets(), backup.files());
    }
    return grid.toString();
  }

  /** {@code verify DIRECTORY ID}. */
  @Descriptor("reads a backup and compares it with its checksums")
  public String verify(
      @Descriptor("relative to the home") String directory, @Descriptor("its number") long id) {
    List<String> problems = backups.verify(Path.of(directory), id, progress -> {});
    return problems.isEmpty() ? "backup " + id + " is whole" : String.join("\n", problems);
  }
}
