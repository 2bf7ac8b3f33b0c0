package org.restante.testkit.model;

import java.util.ArrayList;
import java.util.List;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.inspection.StoreInspection;
import org.restante.mailbox.Mailbox;
import org.restante.testkit.mail.MailWorld;

/** Random operations on some accounts of a store and on their model. For one thread. */
public final class ModelRun {
  private static final int WHOLE = 500;

  private final Dice dice;
  private final List<Mail> all = new ArrayList<>();
  private final MessageSteps messages;
  private final DeliverySteps deliveries;
  private final MailboxSteps mailboxes;
  private final RetentionSteps retention;
  private final Comparison comparison;
  private final long seed;
  private long steps;

  /**
   * Makes accounts of its own.
   *
   * @param prefix how their addresses begin
   * @param most most messages of an account: an engine of narrow limits can't move many at once
   */
  public ModelRun(MailWorld world, long seed, String prefix, int accounts, int most) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.messages = new MessageSteps(dice, world);
    this.deliveries = new DeliverySteps(dice, world, messages, prefix);
    this.mailboxes = new MailboxSteps(dice, world);
    this.retention = new RetentionSteps(dice, world, most);
    this.comparison = new Comparison(dice, world);
    QuotaLimits limits = new QuotaLimits(200_000, most);
    for (int i = 0; i < accounts; i++) {
      Account made = world.accounts().create(prefix + i, "secret", limits);
      Mail mail = new Mail(made.id(), made.address(), limits);
      for (Mailbox mailbox : world.store().mailboxes(made.id())) {
        MailboxSteps.add(mail, mailbox);
      }
      all.add(mail);
    }
  }

  /** Does so many operations. */
  public void steps(long count) {
    for (long i = 0; i < count; i++) {
      steps++;
      Mail mail = dice.of(all);
      told("step " + steps, () -> step(mail));
      if (steps % WHOLE == 0) {
        told("after step " + steps, () -> comparison.all(mail, false));
      }
    }
  }

  /** Compares everything, octet by octet. */
  public void compare(StoreInspection inspection) {
    for (Mail mail : all) {
      told(
          "after step " + steps,
          () -> {
            comparison.all(mail, true);
            comparison.findings(inspection.inspect(mail.account));
          });
    }
  }

  private void step(Mail mail) {
    int chance = dice.below(1_000);
    if (chance < 900) {
      messages(mail, chance / 9);
    } else if (chance < 960) {
      mailboxes(mail, chance);
    } else if (chance < 985) {
      retention.restoreMessages(mail);
    } else {
      seldom(mail, chance);
    }
  }

  private void messages(Mail mail, int chance) {
    if (chance < 18) {
      messages.append(mail);
    } else if (chance < 32) {
      deliveries.deliver(all);
    } else if (chance < 34) {
      messages.importExactly(mail);
    } else if (chance < 62) {
      messages.flags(mail);
    } else if (chance < 70) {
      messages.copy(mail);
    } else if (chance < 80) {
      messages.move(mail);
    } else if (chance < 97) {
      messages.expunge(mail);
    } else {
      messages.claimRecent(mail);
    }
  }

  private void mailboxes(Mail mail, int chance) {
    switch (chance % 4) {
      case 0 -> mailboxes.create(mail);
      case 1 -> mailboxes.delete(mail);
      case 2 -> mailboxes.rename(mail);
      default -> mailboxes.subscribe(mail);
    }
  }

  private void seldom(Mail mail, int chance) {
    switch (chance % 5) {
      case 0 -> retention.quota(mail);
      case 1, 2 -> retention.restoreMailbox(mail);
      case 3 -> retention.purge(mail);
      default -> retention.leaveAndReturn(mail);
    }
  }

  private void told(String when, Runnable action) {
    try {
      action.run();
    } catch (Different | RuntimeException e) {
      throw new Different(when + " of seed " + seed + ": " + e.getMessage(), e);
    }
  }
}
