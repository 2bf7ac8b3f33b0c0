package org.restante.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.restante.launcher.admin.AdminClient;
import org.restante.launcher.admin.AdminRefusal;
import org.restante.launcher.letter.Letter;
import org.restante.launcher.letter.Letters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Imports a Maildir, an mbox or a folder of letters into an account. */
@Command(
    name = "import",
    description = {
      "Import a Maildir (with its folders and flags), an mbox file, or a folder of .eml files into"
          + " an account, with progress.",
      "Bare LF line ends become CRLF; nothing else changes."
    })
final class Import implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--account",
      paramLabel = "ADDRESS",
      required = true,
      description = "Whose mail it is.")
  private String account = "";

  @Option(
      names = "--mailbox",
      paramLabel = "NAME",
      defaultValue = "INBOX",
      description = "For letters in no folder (default: ${DEFAULT-VALUE}).")
  private String mailbox = "INBOX";

  @Option(
      names = "--writers",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Letters under way at a time (default: ${DEFAULT-VALUE}); one keeps their order.")
  private int writers = 8;

  @Parameters(paramLabel = "DIR|MBOX")
  private Path source = Path.of(".");

  @Override
  public Integer call() throws Exception {
    AdminClient admin = AdminClient.of(restante.home());
    Progress progress = new Progress("imported", spec.commandLine().getErr());
    Semaphore places = new Semaphore(writers);
    try (Stream<Letter> letters = Letters.in(source, mailbox);
        ExecutorService uploads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Iterator<Letter> all = letters.iterator(); all.hasNext(); ) {
        Letter letter = all.next();
        places.acquire();
        uploads.execute(() -> upload(admin, letter, progress, places));
      }
    }
    progress.finish();
    return progress.failed() == 0 ? 0 : 1;
  }

  private void upload(AdminClient admin, Letter letter, Progress progress, Semaphore places) {
    try {
      admin.octets(
          path(letter),
          "message/rfc822",
          out -> {
            try (var in = letter.content().open()) {
              in.transferTo(out);
            }
          });
      progress.done();
    } catch (IOException | AdminRefusal failure) {
      progress.failed(letter.source() + ": " + failure.getMessage());
    } finally {
      places.release();
    }
  }

  private String path(Letter letter) {
    return "/accounts/"
        + AdminClient.encode(account)
        + "/messages?mailbox="
        + AdminClient.encode(letter.mailbox())
        + "&flags="
        + AdminClient.encode(String.join(",", letter.flags()))
        + "&date="
        + AdminClient.encode(letter.received().toString());
  }
}
