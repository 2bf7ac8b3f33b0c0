package org.restante.testkit.transcript;

import java.time.Duration;
import java.util.List;

/** One step of a transcript. */
@SuppressWarnings("ArrayRecordComponent") // steps are played, never compared
public sealed interface Step {

  /** Its line in the file. */
  int line();

  /** A step of one session. */
  sealed interface InSession extends Step {
    /** The session's number. */
    int session();
  }

  /** The client sends a line; captured values are put in. */
  record Send(int line, int session, String text) implements InSession {}

  /** The client sends octets as they are. */
  record SendOctets(int line, int session, byte[] octets) implements InSession {}

  /** The server's next line is like this. */
  record Expect(int line, int session, LinePattern pattern) implements InSession {}

  /** The server's next lines are these, in any order. */
  record ExpectGroup(int line, int session, List<LinePattern> patterns) implements InSession {}

  /** The server's next octets are these. */
  record ExpectOctets(int line, int session, byte[] octets) implements InSession {}

  /** A session connects to a listener. */
  record Connect(int line, int session, String listener) implements InSession {}

  /** Something else happens to a session. */
  record Happens(int line, int session, Event event) implements InSession {}

  /** The client logs in by SCRAM-SHA-256, from its first message to the server's last one. */
  record Scram(int line, int session, String user, String password, boolean bound)
      implements InSession {}

  /** A letter is delivered. */
  record Deliver(int line, String login, byte[] letter) implements Step {}

  /** Time passes. */
  record Wait(int line, Duration time) implements Step {}

  /** A heading for those who read. */
  record Heading(int line, String text) implements Step {}

  /** What may happen to a session; a step's name is the lower case of it. */
  enum Event {
    /** The client negotiates TLS. */
    STARTTLS,
    /** From here on, what both say is compressed. */
    COMPRESS,
    /** The session moves to a fresh instance of its plugin. */
    SUSPEND,
    /** The client goes away without a word. */
    CLOSE,
    /** The server has closed the connection. */
    CLOSED,
    /** The server says nothing more. */
    SILENCE,
    /** The server stops. */
    SHUTDOWN
  }
}
