package org.restante.mime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields that envelope and structure are made of. */
enum KnownField {
  CONTENT_TYPE,
  CONTENT_ID,
  CONTENT_DESCRIPTION,
  CONTENT_TRANSFER_ENCODING,
  CONTENT_MD5,
  CONTENT_DISPOSITION,
  CONTENT_LANGUAGE,
  CONTENT_LOCATION,
  DATE,
  SUBJECT,
  FROM,
  SENDER,
  REPLY_TO,
  TO,
  CC,
  BCC,
  IN_REPLY_TO,
  MESSAGE_ID;

  /** No known name is longer, so a longer one need not be read to its end. */
  static final int LONGEST_NAME = 40;

  private static final Map<String, KnownField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(KnownField::fieldName, Function.identity()));

  static @Nullable KnownField named(String name) {
    return BY_NAME.get(name.toLowerCase(Locale.ROOT));
  }

  private String fieldName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a message's header has it, but not a part's. */
  boolean isOfEnvelope() {
    return compareTo(DATE) >= 0;
  }

  /**
   * Whether several fields of the name count as one list. RFC 5322 §4.5.3 says so for the
   * destinations; for the originators it keeps a second From from hiding behind the first. Of all
   * other fields the first one counts.
   */
  boolean isAddressList() {
    return compareTo(FROM) >= 0 && compareTo(BCC) <= 0;
  }
}
