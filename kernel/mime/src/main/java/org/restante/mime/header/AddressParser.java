package org.restante.mime.header;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads address lists: mailboxes, groups, source routes, and what senders make of them.
 *
 * <p>Beyond the grammar it reads: semicolons between addresses, several addresses without a comma,
 * a missing {@code >}, a display name with an unquoted address or period in it, a missing local
 * part or domain, a group that is not closed.
 *
 * @rfc 5322 3.4
 * @rfc 5322 4.4
 */
public final class AddressParser {

  private static final String SPECIALS = "<>@,;:[";

  private final FieldLexer lexer;
  private final List<MailAddress> found = new ArrayList<>();
  private final List<Token> words = new ArrayList<>();
  private @Nullable MailAddress pending;
  private boolean bare;
  private boolean inGroup;
  private Token token;

  private AddressParser(String value) {
    lexer = new FieldLexer(value, SPECIALS);
    token = lexer.next();
  }

  /** The addresses of an unfolded field value, in order; empty if there are none. */
  public static List<MailAddress> parse(String value) {
    return new AddressParser(value).addresses();
  }

  private List<MailAddress> addresses() {
    while (!token.isEnd()) {
      if (token.isText()) {
        words.add(token);
        token = lexer.next();
      } else {
        expectSpecial();
      }
    }
    endAddress();
    endGroup();
    return List.copyOf(found);
  }

  private void expectSpecial() {
    char special = token.text().charAt(0);
    switch (special) {
      case '<' -> expectAngleAddress();
      case '@' -> expectDomain();
      case ':' -> startGroup();
      case ';' -> {
        endAddress();
        endGroup();
        token = lexer.next();
      }
      case ',' -> {
        endAddress();
        token = lexer.next();
      }
      default -> token = lexer.next();
    }
  }

  private void expectAngleAddress() {
    String name = takeName();
    token = lexer.next();
    pending = angleAddress(name);
    bare = false;
    skipToAngleEnd();
  }

  /** What stands before an angle bracket: a phrase, or an address somebody did not quote. */
  private @Nullable String takeName() {
    MailAddress before = pending;
    if (before != null && bare && words.isEmpty()) {
      pending = null;
      return before.mailbox() + "@" + before.host();
    }
    endPending();
    String name = AddressWords.phrase(words);
    words.clear();
    return name.isEmpty() ? null : name;
  }

  private MailAddress angleAddress(@Nullable String name) {
    String route = null;
    if (token.is('@')) {
      String domains = takeDomains();
      if (!token.is(':')) {
        return new MailAddress(name, null, "", domains.substring(1));
      }
      token = lexer.next();
      route = domains;
    }
    String local = AddressWords.join(takeWords());
    if (!token.is('@')) {
      return new MailAddress(name, route, local, "");
    }
    token = lexer.next();
    return new MailAddress(name, route, local, AddressWords.join(takeWords()));
  }

  /** A route, or the domain of an address whose local part is missing. */
  private String takeDomains() {
    StringBuilder domains = new StringBuilder();
    while (token.isText() || token.is('@') || token.is(',')) {
      domains.append(token.text());
      token = lexer.next();
    }
    return domains.toString();
  }

  private List<Token> takeWords() {
    List<Token> taken = new ArrayList<>();
    while (token.isText()) {
      taken.add(token);
      token = lexer.next();
    }
    return taken;
  }

  private void skipToAngleEnd() {
    while (!token.isEnd() && !token.is('>') && !token.is(',')) {
      token = lexer.next();
    }
    if (token.is('>')) {
      token = lexer.next();
    }
  }

  /** The domain of an address without angle brackets; words before the local part are its name. */
  private void expectDomain() {
    endPending();
    int split = AddressWords.lastStart(words);
    String name = AddressWords.phrase(words.subList(0, split));
    String local = AddressWords.join(words.subList(split, words.size()));
    words.clear();
    token = lexer.next();
    List<Token> domain = new ArrayList<>();
    while (token.isText()
        && (domain.isEmpty() || AddressWords.continues(domain.getLast(), token))) {
      domain.add(token);
      token = lexer.next();
    }
    String host = AddressWords.join(domain);
    pending = new MailAddress(name.isEmpty() ? null : name, null, local, host);
    bare = true;
  }

  private void startGroup() {
    token = lexer.next();
    if (inGroup || pending != null || words.isEmpty()) {
      return;
    }
    found.add(MailAddress.groupStart(AddressWords.phrase(words)));
    words.clear();
    inGroup = true;
  }

  private void endGroup() {
    if (inGroup) {
      found.add(MailAddress.groupEnd());
      inGroup = false;
    }
  }

  /** Ends an address that is followed by the next one without a comma. */
  private void endPending() {
    if (pending != null) {
      List<Token> next = List.copyOf(words);
      endAddress();
      words.addAll(next);
    }
  }

  private void endAddress() {
    MailAddress address = pending != null ? pending : AddressWords.withoutDomain(words);
    String comment = lexer.takeComment();
    if (address != null) {
      boolean named = address.name() != null || comment == null || comment.isEmpty();
      found.add(named ? address : named(address, comment));
    }
    pending = null;
    words.clear();
  }

  private static MailAddress named(MailAddress address, @Nullable String name) {
    return new MailAddress(name, address.route(), address.mailbox(), address.host());
  }
}
