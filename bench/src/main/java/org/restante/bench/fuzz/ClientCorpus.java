package org.restante.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.restante.testkit.transcript.Step;
import org.restante.testkit.transcript.Transcript;
import org.restante.testkit.transcript.TranscriptParser;

/** Everything that clients say in the transcripts, cut into commands with their literals. */
final class ClientCorpus {
  private final List<List<String>> commands;
  private final List<String> tokens;

  private ClientCorpus(List<List<String>> commands) {
    this.commands = commands;
    this.tokens = commands.stream().flatMap(List::stream).distinct().toList();
  }

  /** That of a folder of transcripts. */
  static ClientCorpus of(Path folder) throws IOException {
    List<List<String>> commands = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(".transcript")).sorted().toList()) {
        said(TranscriptParser.parse(file)).forEach(text -> commands.add(Tokens.of(text)));
      }
    }
    return new ClientCorpus(List.copyOf(commands));
  }

  /** Commands, each as its tokens. */
  List<List<String>> commands() {
    return commands;
  }

  /** All tokens that there are. */
  List<String> tokens() {
    return tokens;
  }

  private static List<String> said(Transcript transcript) {
    List<String> said = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    for (Step step : transcript.steps()) {
      if (step instanceof Step.Send send) {
        command.append(send.text().replaceAll("\\{[a-z][A-Za-z0-9]*}", "1")).append("\r\n");
      } else if (step instanceof Step.SendOctets octets) {
        command.append(new String(octets.octets(), ISO_8859_1));
      } else if (step instanceof Step.Expect expect && goAhead(expect)) {
        continue;
      }
      if (!command.isEmpty() && !Tokens.wantsMore(command)) {
        said.add(command.toString());
        command.setLength(0);
      }
    }
    return said;
  }

  private static boolean goAhead(Step.Expect expect) {
    return expect.pattern().toString().startsWith("+");
  }
}
