package org.restante.imap;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.restante.testkit.transcript.Transcripts;

/** Every transcript of this plugin, on a world of its own. */
class TranscriptsTest {

  @TestFactory
  Stream<DynamicTest> transcripts() {
    return Transcripts.in("transcripts/imap").on(() -> new World().target());
  }
}
