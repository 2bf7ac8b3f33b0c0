package org.restante.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.mailbox.MailboxName;

/** All mail of an account of the model, and what it retains. */
final class Mail {

  /** An expunged message. */
  record Expunged(long box, MailboxName name, long uid, Letter letter) {}

  final AccountId account;
  final String address;
  final TreeMap<MailboxName, Box> boxes = new TreeMap<>();
  final TreeMap<Long, Box> gone = new TreeMap<>();
  final List<Expunged> retained = new ArrayList<>();
  final TreeSet<MailboxName> subscribed = new TreeSet<>();
  QuotaLimits limits;
  long octets;
  long messages;

  Mail(AccountId account, String address, QuotaLimits limits) {
    this.account = account;
    this.address = address;
    this.limits = limits;
  }

  boolean fits(long moreOctets, long moreMessages) {
    return (moreOctets <= 0 || moreOctets <= limits.octets() - octets)
        && (moreMessages <= 0 || moreMessages <= limits.messages() - messages);
  }

  void use(long moreOctets, long moreMessages) {
    octets += moreOctets;
    messages += moreMessages;
  }

  static long octets(List<Letter> letters) {
    return letters.stream().mapToLong(Letter::size).sum();
  }
}
