package org.restante.testkit.transcript;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines that begin with an at sign. */
final class StepParser {
  private static final Pattern DELIVER = Pattern.compile("deliver (\\S+) to (\\S+)");
  private static final Pattern CONNECT = Pattern.compile("connect ([0-9]+) (\\S+)");
  private static final Pattern SCRAM =
      Pattern.compile("scram(-plus)?(?: ([0-9]+))? ([^ 0-9]\\S*) (\\S+)");
  private static final Pattern WAIT = Pattern.compile("wait ([0-9]+)(s|m|h)");
  private static final Pattern EVENT = Pattern.compile("([a-z]+)(?: ([0-9]+))?");

  private StepParser() {}

  static Step parse(int line, String text, Function<String, byte[]> letters) {
    Matcher deliver = DELIVER.matcher(text);
    if (deliver.matches()) {
      return new Step.Deliver(line, deliver.group(2), letters.apply(deliver.group(1)));
    }
    Matcher connect = CONNECT.matcher(text);
    if (connect.matches()) {
      return new Step.Connect(line, Integer.parseInt(connect.group(1)), connect.group(2));
    }
    Matcher scram = SCRAM.matcher(text);
    if (scram.matches()) {
      int session = scram.group(2) == null ? 1 : Integer.parseInt(scram.group(2));
      boolean bound = scram.group(1) != null;
      return new Step.Scram(line, session, scram.group(3), scram.group(4), bound);
    }
    Matcher wait = WAIT.matcher(text);
    if (wait.matches()) {
      String duration = "PT" + wait.group(1) + wait.group(2).toUpperCase(Locale.ROOT);
      return new Step.Wait(line, Duration.parse(duration));
    }
    return event(line, text);
  }

  private static Step event(int line, String text) {
    Matcher event = EVENT.matcher(text);
    if (!event.matches()) {
      throw unknown(text);
    }
    int session = event.group(2) == null ? 1 : Integer.parseInt(event.group(2));
    return Arrays.stream(Step.Event.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(event.group(1)))
        .map(kind -> new Step.Happens(line, session, kind))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException("no such step: @" + text);
  }
}
