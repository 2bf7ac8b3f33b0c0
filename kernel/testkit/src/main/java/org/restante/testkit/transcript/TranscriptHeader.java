package org.restante.testkit.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The comments on top: why the transcript is there and which sections ask for it. */
final class TranscriptHeader {
  private final StringJoiner reason = new StringJoiner(" ");
  private final List<String> rfcs = new ArrayList<>();
  private String listener = "";

  /** A comment; those behind the first step are for readers only. */
  void comment(String text, boolean onTop) {
    if (!onTop || text.isEmpty()) {
      return;
    }
    if (text.startsWith("@rfc ")) {
      rfcs.add(section(text.substring(5).strip()));
    } else if (text.startsWith("@listener ")) {
      listener = text.substring(10).strip();
    } else if (text.startsWith("@")) {
      throw new IllegalArgumentException("neither @rfc nor @listener: " + text);
    } else {
      reason.add(text);
    }
  }

  /** What every transcript has and this one has not; empty where all is well. */
  String missing() {
    if (reason.length() == 0) {
      return "no reason on top: say in a comment what this transcript shows";
    }
    return rfcs.isEmpty() ? "no section on top, as in '# @rfc 9051 6.4.5'" : "";
  }

  Transcript transcript(String name, List<Step> steps) {
    return new Transcript(name, reason.toString(), rfcs, listener, steps);
  }

  private static String section(String text) {
    if (!text.matches("[0-9]+ [0-9A-Z.]+")) {
      throw new IllegalArgumentException("no RFC and section: " + text);
    }
    return text;
  }
}
