package org.restante.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.restante.launcher.admin.AdminClient;
import org.restante.launcher.archive.ArchiveFile;
import org.restante.launcher.archive.Download;
import org.restante.launcher.archive.LetterSink;
import org.restante.launcher.archive.MaildirSink;
import org.restante.launcher.archive.MboxSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Exports an account's mail. */
@Command(
    name = "export",
    description = {
      "Export the mail of an account, with progress.",
      "An archive is one file with everything: mailboxes, UIDs, flags, dates, octets. A Maildir has"
          + " flags and keywords, mbox files only the letters.",
      "Letters that can't be read are named and left out; then the exit code is 1. After an error,"
          + " run it again: an archive and a Maildir go on where they ended."
    })
final class Export implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  /** What becomes of it. */
  enum Format {
    ARCHIVE,
    MAILDIR,
    MBOX
  }

  @Parameters(paramLabel = "ADDRESS", index = "0")
  private String address = "";

  @Parameters(
      paramLabel = "FILE|DIR",
      index = "1",
      description = "An archive's file, else a directory.")
  private Path target = Path.of(".");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "archive",
      description = "archive, maildir or mbox (default: ${DEFAULT-VALUE}).")
  private Format format = Format.ARCHIVE;

  @Override
  public Integer call() throws Exception {
    AdminClient admin = AdminClient.of(restante.home());
    String path = "/archives/" + AdminClient.encode(address);
    Progress progress = new Progress("exported", spec.commandLine().getErr());
    switch (format) {
      case ARCHIVE -> new ArchiveFile(target, progress).fetch(query -> admin.stream(path + query));
      case MAILDIR -> copy(admin.stream(path), new MaildirSink(target, progress), progress);
      case MBOX -> copy(admin.stream(path), new MboxSink(target), progress);
    }
    progress.finish();
    return progress.failed() == 0 ? 0 : 1;
  }

  private static void copy(InputStream archive, LetterSink sink, Progress progress)
      throws IOException {
    try (archive;
        sink) {
      new Download(progress).read(archive, sink);
    }
  }
}
