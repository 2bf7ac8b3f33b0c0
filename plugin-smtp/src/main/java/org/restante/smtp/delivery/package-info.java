/**
 * Delivery of an accepted letter to the accounts of its recipients.
 *
 * <p><b>One reply for several recipients.</b> The reply to DATA holds for all recipients together,
 * there is no queue and nobody who writes a bounce: saying 250 while one recipient did not get the
 * letter would lose mail. So
 *
 * <ol>
 *   <li>a recipient who can't get it is refused at RCPT, alone: unknown (550), full (452 4.2.2),
 *       never to have so much room (552 5.2.3);
 *   <li>a recipient for whom it can't be known at RCPT, since no SIZE was declared and the room
 *       left is smaller than the largest letter, gets a transaction of its own: a second recipient
 *       beside it is told 452 4.5.3, after which senders open another transaction (RFC 5321
 *       §4.5.3.1.10);
 *   <li>what is left are accidents between RCPT and the commit: an account deleted, a quota used up
 *       by somebody else, a store that stops. When some have the letter then and others not, the
 *       reply is 451 for all, so that the sender tries again; {@link
 *       org.restante.smtp.delivery.PartialDeliveries} keeps those who have it from getting it
 *       twice.
 * </ol>
 *
 * <p>LMTP has a reply for each recipient and needs none of this.
 *
 * <p><b>Delivery ids</b> are made here, for each transaction: nothing in a letter can be trusted to
 * be unique, Message-ID least of all.
 */
@NullMarked
package org.restante.smtp.delivery;

import org.jspecify.annotations.NullMarked;
