package org.restante.mime.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.mime.ContentFields;
import org.restante.mime.Corpus;
import org.restante.mime.Disposition;
import org.restante.mime.Envelope;
import org.restante.mime.MimePart;
import org.restante.mime.header.MailAddress;
import org.restante.mime.header.Parameter;

/** Parts that are walked where they lie say what parts say that were taken apart. */
class StoredPartTest {

  static List<Corpus.Letter> letters() {
    return Corpus.letters();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void saysWhatTheIndexSays(Corpus.Letter letter) {
    same(StoredPart.root(MimeIndexCodec.encode(letter.index())), letter.index().root());
  }

  @Test
  void everyCutIsDamage() {
    byte[] encoded = MimeIndexCodec.encode(Corpus.letter("008").index());
    for (int length = 0; length < encoded.length; length++) {
      byte[] cut = Arrays.copyOf(encoded, length);
      assertThatThrownBy(() -> StoredPart.root(cut)).isInstanceOf(DamagedIndex.class);
    }
  }

  /** Whatever octet is changed: it is told at once, or everything can be read. */
  @Test
  void noDamageIsFoundLater() {
    byte[] encoded = MimeIndexCodec.encode(Corpus.letter("008").index());
    for (int at = 0; at < encoded.length; at++) {
      for (int octet = 0; octet < 256; octet++) {
        byte[] changed = encoded.clone();
        changed[at] = (byte) octet;
        readAllIfSound(changed);
      }
    }
  }

  private static void readAllIfSound(byte[] octets) {
    StoredPart root;
    try {
      root = StoredPart.root(octets);
    } catch (DamagedIndex | UnknownIndexVersion e) {
      return;
    }
    readAll(root);
  }

  private static void readAll(StoredPart part) {
    assertThat(content(part)).isNotNull();
    if (part.envelope() != null) {
      assertThat(part.envelope().decode()).isNotNull();
    }
    part.children().forEach(StoredPartTest::readAll);
  }

  private static void same(StoredPart part, MimePart whole) {
    assertThat(content(part)).isEqualTo(whole.content());
    assertThat(part.bodyOctets()).isEqualTo(whole.body().length());
    assertThat(part.bodyLines()).isEqualTo(whole.bodyLines());
    assertThat(part.isMultipart()).isEqualTo(whole.isMultipart());
    assertThat(part.message().isPresent()).isEqualTo(whole.message().isPresent());
    assertThat(part.envelope() == null).isEqualTo(whole.envelope() == null);
    if (whole.envelope() != null) {
      StoredEnvelope envelope = part.expectEnvelope();
      assertThat(envelope(envelope)).isEqualTo(whole.envelope());
      assertThat(envelope.decode()).isEqualTo(whole.envelope());
    }
    assertThat(part.children()).hasSameSizeAs(whole.children());
    for (int i = 0; i < whole.children().size(); i++) {
      same(part.children().get(i), whole.children().get(i));
    }
  }

  private static ContentFields content(StoredPart part) {
    StoredText disposition = part.disposition();
    return new ContentFields(
        part.type().toString(),
        part.subtype().toString(),
        parameters(part.parameters()),
        string(part.id()),
        string(part.description()),
        part.encoding().toString(),
        string(part.md5()),
        disposition == null
            ? null
            : new Disposition(disposition.toString(), parameters(part.dispositionParameters())),
        part.languages().stream().map(StoredText::toString).toList(),
        string(part.location()));
  }

  private static Envelope envelope(StoredEnvelope envelope) {
    return new Envelope(
        string(envelope.date()),
        string(envelope.subject()),
        addresses(envelope.from()),
        addresses(envelope.sender()),
        addresses(envelope.replyTo()),
        addresses(envelope.to()),
        addresses(envelope.cc()),
        addresses(envelope.bcc()),
        string(envelope.inReplyTo()),
        string(envelope.messageId()));
  }

  private static List<MailAddress> addresses(List<StoredAddress> addresses) {
    return addresses.stream()
        .map(
            address ->
                new MailAddress(
                    string(address.name()),
                    string(address.route()),
                    string(address.mailbox()),
                    string(address.host())))
        .toList();
  }

  private static List<Parameter> parameters(List<StoredText> texts) {
    return Stream.iterate(0, at -> at < texts.size(), at -> at + 2)
        .map(at -> new Parameter(texts.get(at).toString(), texts.get(at + 1).toString()))
        .toList();
  }

  private static @Nullable String string(@Nullable StoredText text) {
    return text == null ? null : Objects.requireNonNull(text.toString());
  }
}
