package org.restante.testkit.transcript;

import java.util.ArrayList;
import java.util.List;

/** Puts in the lengths that transcripts leave to us: {@code {=}} and {@code {=+}}. */
final class LiteralLengths {
  private static final String MARK = "{=";

  private LiteralLengths() {}

  static List<Step> filledIn(List<Step> steps) {
    List<Step> filled = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      filled.add(filledIn(steps, i));
    }
    return filled;
  }

  private static Step filledIn(List<Step> steps, int at) {
    return switch (steps.get(at)) {
      case Step.Send send when send.text().contains(MARK) ->
          new Step.Send(send.line(), send.session(), fill(send.text(), octetsSent(steps, at)));
      case Step.Expect expect when expect.pattern().toString().contains(MARK) -> {
        String text = fill(expect.pattern().toString(), octetsExpected(steps, at));
        yield new Step.Expect(
            expect.line(), expect.session(), new LinePattern(expect.line(), text));
      }
      default -> steps.get(at);
    };
  }

  private static String fill(String text, int length) {
    return text.replace(MARK, "{" + length);
  }

  /** The run of raw client lines behind a line; what the server says in between does not end it. */
  private static int octetsSent(List<Step> steps, int at) {
    int length = 0;
    int session = ((Step.InSession) steps.get(at)).session();
    for (Step step : steps.subList(at + 1, steps.size())) {
      if (step instanceof Step.SendOctets octets && octets.session() == session) {
        length += octets.octets().length;
      } else if (length > 0 || step instanceof Step.Send) {
        return length;
      }
    }
    return length;
  }

  private static int octetsExpected(List<Step> steps, int at) {
    int length = 0;
    for (Step step : steps.subList(at + 1, steps.size())) {
      if (!(step instanceof Step.ExpectOctets octets)) {
        return length;
      }
      length += octets.octets().length;
    }
    return length;
  }
}
