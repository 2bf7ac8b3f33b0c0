package org.restante.mime.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strings that most indexes hold, stored as their place in this list. Never reorder or remove. */
final class Wordbook {

  private static final List<String> WORDS =
      List.of(
          "",
          "TEXT",
          "PLAIN",
          "CHARSET",
          "US-ASCII",
          "7BIT",
          "MESSAGE",
          "RFC822",
          "APPLICATION",
          "OCTET-STREAM",
          "text",
          "plain",
          "html",
          "charset",
          "utf-8",
          "UTF-8",
          "us-ascii",
          "iso-8859-1",
          "ISO-8859-1",
          "windows-1252",
          "7bit",
          "8bit",
          "8BIT",
          "binary",
          "quoted-printable",
          "QUOTED-PRINTABLE",
          "base64",
          "BASE64",
          "multipart",
          "mixed",
          "alternative",
          "related",
          "report",
          "signed",
          "digest",
          "boundary",
          "format",
          "flowed",
          "delsp",
          "yes",
          "type",
          "start",
          "text/html",
          "multipart/alternative",
          "protocol",
          "micalg",
          "pgp-sha256",
          "pgp-sha512",
          "sha-256",
          "application/pgp-signature",
          "application/pkcs7-signature",
          "pgp-signature",
          "pkcs7-signature",
          "message",
          "rfc822",
          "delivery-status",
          "report-type",
          "application",
          "octet-stream",
          "pdf",
          "zip",
          "calendar",
          "method",
          "REQUEST",
          "image",
          "png",
          "jpeg",
          "gif",
          "audio",
          "video",
          "attachment",
          "inline",
          "name",
          "filename",
          "filename*",
          "name*",
          "size",
          "creation-date",
          "modification-date",
          "en",
          "en-US",
          "de",
          "gmail.com");

  private static final Map<String, Integer> PLACES = places();

  private static final List<StoredText> OCTETS = WORDS.stream().map(StoredText::of).toList();

  private Wordbook() {}

  /** The place of a word, or -1. */
  static int place(String word) {
    return PLACES.getOrDefault(word, -1);
  }

  static int size() {
    return WORDS.size();
  }

  static StoredText octets(int place) {
    return OCTETS.get(place);
  }

  private static Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < WORDS.size(); i++) {
      places.put(WORDS.get(i), i);
    }
    return Map.copyOf(places);
  }
}
