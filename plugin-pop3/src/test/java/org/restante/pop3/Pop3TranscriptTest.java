package org.restante.pop3;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.restante.testkit.transcript.Transcripts;

class Pop3TranscriptTest {

  @TestFactory
  Stream<DynamicTest> transcripts() {
    return Transcripts.in("transcripts/pop3").on(() -> new Pop3World().target());
  }
}
