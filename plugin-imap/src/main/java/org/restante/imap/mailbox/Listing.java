package org.restante.imap.mailbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.restante.account.AccountId;
import org.restante.mail.MailStore;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.SpecialUse;

/**
 * The names of an account at one instant, and which of them a LIST is about.
 *
 * @rfc 5258 3.3
 */
final class Listing {
  private final Map<MailboxName, Mailbox> mailboxes;
  private final Set<MailboxName> subscriptions;
  private final ListSelection selection;
  private final List<NamePattern> patterns;
  private final NameTree tree;
  private final Set<MailboxName> selected;

  /** Reads what is needed of an account. */
  Listing(
      MailStore store,
      AccountId account,
      ListSelection selection,
      boolean tellsSubscribed,
      List<NamePattern> patterns) {
    this.selection = selection;
    this.patterns = patterns;
    this.mailboxes =
        store.mailboxes(account).stream()
            .collect(Collectors.toMap(Mailbox::name, Function.identity()));
    this.subscriptions =
        selection.subscribed() || tellsSubscribed ? store.subscriptions(account) : Set.of();
    Set<MailboxName> all = new TreeSet<>(mailboxes.keySet());
    if (selection.subscribed()) {
      all.addAll(subscriptions);
    }
    this.tree = new NameTree(all);
    this.selected =
        all.stream()
            .filter(name -> selection.selects(name, mailbox(name), subscriptions))
            .collect(Collectors.toSet());
  }

  /**
   * The names to tell, each once, in hierarchical order. A name that is only above mailboxes is
   * told where a client that lists level by level would not find those otherwise.
   *
   * @param everyLevel whether such names are told in any case
   */
  List<Entry> entries(boolean everyLevel) {
    Set<MailboxName> aboveHidden =
        above(selected.stream().filter(name -> !matches(name)).collect(Collectors.toSet()));
    Set<MailboxName> aboveSelected = above(selected);
    List<Entry> entries = new ArrayList<>();
    for (MailboxName name : tree.all()) {
      boolean here =
          selected.contains(name)
              || (selection.recursive() && aboveHidden.contains(name))
              || (!selection.isNarrow() && (everyLevel || aboveHidden.contains(name)));
      if (here && matches(name)) {
        boolean childInfo = selection.recursive() && aboveSelected.contains(name);
        entries.add(new Entry(name, mailbox(name), selected.contains(name), childInfo));
      }
    }
    return entries;
  }

  /** The attributes of a name. */
  List<String> attributes(Entry entry, String noMailbox) {
    List<String> attributes = new ArrayList<>();
    if (subscriptions.contains(entry.name)) {
      attributes.add("\\Subscribed");
    }
    if (entry.mailbox.isEmpty()) {
      attributes.add(noMailbox);
    }
    attributes.add(hasChildren(entry.name) ? "\\HasChildren" : "\\HasNoChildren");
    entry
        .mailbox
        .flatMap(Mailbox::specialUse)
        .map(SpecialUse::attribute)
        .ifPresent(attributes::add);
    return attributes;
  }

  /** Subscribed names without a mailbox are nobody's children. */
  private boolean hasChildren(MailboxName name) {
    return selection.subscribed()
        ? tree.below(name).stream().anyMatch(mailboxes::containsKey)
        : tree.hasChildren(name);
  }

  private Optional<Mailbox> mailbox(MailboxName name) {
    return Optional.ofNullable(mailboxes.get(name));
  }

  private boolean matches(MailboxName name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }

  private static Set<MailboxName> above(Set<MailboxName> names) {
    Set<MailboxName> above = new HashSet<>();
    for (MailboxName name : names) {
      for (int levels = name.levels().size() - 1; levels > 0; levels--) {
        above.add(new MailboxName(name.levels().subList(0, levels)));
      }
    }
    return above;
  }

  /**
   * A name to tell.
   *
   * @param selected whether it is selected itself, not only names below it
   * @param childInfo whether names below it are selected, and the client asked for that
   */
  record Entry(MailboxName name, Optional<Mailbox> mailbox, boolean selected, boolean childInfo) {
    static Entry of(Mailbox mailbox) {
      return new Entry(mailbox.name(), Optional.of(mailbox), true, false);
    }
  }
}
