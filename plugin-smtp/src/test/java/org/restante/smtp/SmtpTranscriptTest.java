package org.restante.smtp;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.restante.testkit.transcript.Transcripts;

class SmtpTranscriptTest {

  @TestFactory
  Stream<DynamicTest> transcripts() {
    return Transcripts.in("transcripts/smtp").on(() -> new SmtpWorld().target());
  }
}
