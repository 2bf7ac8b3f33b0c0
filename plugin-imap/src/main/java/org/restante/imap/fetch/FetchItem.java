package org.restante.imap.fetch;

import java.util.List;
import java.util.Optional;
import org.restante.imap.section.BodySection;
import org.restante.imap.section.Partial;

/**
 * What FETCH can tell of a message.
 *
 * @rfc 3501 6.4.5
 */
public sealed interface FetchItem {

  /** Whether fetching it means that the message was read. */
  boolean marksSeen();

  /** Whether the mailbox's view knows it. */
  boolean isInView();

  /** Whether it takes what was indexed when the message came in. */
  boolean isIndexed();

  /** Items without arguments. */
  enum Field implements FetchItem {
    FLAGS("FLAGS"),
    UID("UID"),
    INTERNALDATE("INTERNALDATE"),
    SIZE("RFC822.SIZE"),
    ENVELOPE("ENVELOPE"),
    SAVEDATE("SAVEDATE"),
    EMAILID("EMAILID"),
    THREADID("THREADID"),
    BODY("BODY"),
    BODYSTRUCTURE("BODYSTRUCTURE"),
    MODSEQ("MODSEQ");

    private final String label;

    Field(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    @Override
    public boolean marksSeen() {
      return false;
    }

    @Override
    public boolean isInView() {
      return this == FLAGS || this == UID || this == MODSEQ;
    }

    @Override
    public boolean isIndexed() {
      return this == ENVELOPE || this == BODY || this == BODYSTRUCTURE || this == THREADID;
    }
  }

  /**
   * Octets of the message.
   *
   * @param label how the response calls it
   * @param section which octets
   * @param partial which of these; absent for all
   * @param marksSeen no for the PEEK form
   */
  record Content(String label, BodySection section, Optional<Partial> partial, boolean marksSeen)
      implements FetchItem {

    @Override
    public boolean isInView() {
      return false;
    }

    @Override
    public boolean isIndexed() {
      return !section.isLetter();
    }
  }

  /**
   * Octets of a part, freed from their transfer encoding.
   *
   * @param label how the response calls it
   * @param path the part; empty for the letter as it is
   * @param partial which of the decoded octets; absent for all
   * @param marksSeen no for the PEEK form
   * @rfc 3516 4.2
   */
  record Binary(String label, List<Integer> path, Optional<Partial> partial, boolean marksSeen)
      implements FetchItem {

    /** Copies the path. */
    public Binary {
      path = List.copyOf(path);
    }

    @Override
    public boolean isInView() {
      return false;
    }

    @Override
    public boolean isIndexed() {
      return true;
    }
  }

  /**
   * How many octets {@link Binary} gives.
   *
   * @rfc 3516 4.2
   */
  record BinarySize(String label, List<Integer> path) implements FetchItem {

    /** Copies the path. */
    public BinarySize {
      path = List.copyOf(path);
    }

    @Override
    public boolean marksSeen() {
      return false;
    }

    @Override
    public boolean isInView() {
      return false;
    }

    @Override
    public boolean isIndexed() {
      return true;
    }
  }

  /**
   * The first words of a letter.
   *
   * @rfc 8970 3
   */
  record FirstWords() implements FetchItem {

    @Override
    public boolean marksSeen() {
      return false;
    }

    @Override
    public boolean isInView() {
      return false;
    }

    @Override
    public boolean isIndexed() {
      return true;
    }
  }
}
