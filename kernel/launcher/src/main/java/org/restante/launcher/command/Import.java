package org.restante.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.restante.launcher.admin.AdminClient;
import org.restante.launcher.admin.AdminRefusal;
import org.restante.launcher.archive.Source;
import org.restante.launcher.archive.Upload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Imports an archive, a Maildir, mbox files or a folder of letters into an account. */
@Command(
    name = "import",
    description = {
      "Import mail into an account, with progress: an archive that «export» made, a Maildir (with"
          + " folders, flags and keywords), an mbox file or a folder of them, or a folder of .eml"
          + " files.",
      "An archive comes back as it was: into mailboxes that never had other messages. It may be"
          + " imported again after an error: what is there is passed over.",
      "In files, bare LF line ends become CRLF; nothing else changes."
    })
final class Import implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ADDRESS", index = "0")
  private String address = "";

  @Parameters(paramLabel = "FILE|DIR", index = "1")
  private Path source = Path.of(".");

  @Option(
      names = "--mailbox",
      paramLabel = "NAME",
      defaultValue = "INBOX",
      description = "For letters in no folder (default: ${DEFAULT-VALUE}).")
  private String mailbox = "INBOX";

  @Option(
      names = "--append",
      description = "Give the letters of an archive new UIDs, behind what is there.")
  private boolean append;

  @Option(
      names = "--skip",
      paramLabel = "N",
      defaultValue = "0",
      description = "Pass over the first N letters of files: an import that failed says how many.")
  private long skip;

  @Override
  public Integer call() throws Exception {
    AdminClient admin = AdminClient.of(restante.home());
    Progress progress = new Progress("imported", spec.commandLine().getErr());
    Upload upload = new Upload(admin, address, progress);
    Source letters = new Source(upload, progress);
    boolean archive = Source.isArchive(source);
    try {
      if (archive) {
        letters.archive(source, append);
      } else {
        letters.letters(source, mailbox, skip);
      }
    } catch (IOException | AdminRefusal failure) {
      progress.finish();
      String goOn = archive && !append ? "" : " with --skip " + (skip + upload.settled());
      spec.commandLine()
          .getErr()
          .println("not all is imported; go on" + goOn + " when it is mended");
      throw failure;
    }
    progress.finish();
    return progress.failed() == 0 ? 0 : 1;
  }
}
