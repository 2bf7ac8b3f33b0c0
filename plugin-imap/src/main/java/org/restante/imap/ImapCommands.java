package org.restante.imap;

import static org.restante.imap.session.CommandRow.byNumber;
import static org.restante.imap.session.CommandRow.guest;
import static org.restante.imap.session.CommandRow.inMailbox;
import static org.restante.imap.session.CommandRow.personal;
import static org.restante.imap.session.CommandRow.universal;

import java.util.List;
import org.restante.imap.append.Append;
import org.restante.imap.append.Replace;
import org.restante.imap.auth.Authenticate;
import org.restante.imap.auth.Login;
import org.restante.imap.auth.StartTls;
import org.restante.imap.compress.Compress;
import org.restante.imap.fetch.Fetch;
import org.restante.imap.idle.Idle;
import org.restante.imap.mailbox.Close;
import org.restante.imap.mailbox.Create;
import org.restante.imap.mailbox.Delete;
import org.restante.imap.mailbox.ListMailboxes;
import org.restante.imap.mailbox.Lsub;
import org.restante.imap.mailbox.Rename;
import org.restante.imap.mailbox.Select;
import org.restante.imap.mailbox.Status;
import org.restante.imap.mailbox.Subscribe;
import org.restante.imap.quota.GetQuota;
import org.restante.imap.quota.GetQuotaRoot;
import org.restante.imap.quota.SetQuota;
import org.restante.imap.search.Search;
import org.restante.imap.session.CommandRow.Sync;
import org.restante.imap.session.CommandTable;
import org.restante.imap.sort.Sort;
import org.restante.imap.store.Store;
import org.restante.imap.thread.Threading;
import org.restante.imap.transfer.Copy;
import org.restante.imap.transfer.Expunge;
import org.restante.imap.transfer.Move;
import org.restante.imap.universal.Capability;
import org.restante.imap.universal.Enable;
import org.restante.imap.universal.Id;
import org.restante.imap.universal.Logout;
import org.restante.imap.universal.Namespace;
import org.restante.imap.universal.Noop;

/**
 * The table of commands: one row each.
 *
 * @rfc 3501 6
 */
final class ImapCommands {
  static final CommandTable TABLE =
      new CommandTable(
          List.of(
              universal("CAPABILITY", Capability::read),
              universal("NOOP", Noop::read),
              universal("LOGOUT", Logout::read).telling(Sync.NONE),
              universal("ID", Id::read),
              guest("STARTTLS", StartTls::read),
              guest("AUTHENTICATE", Authenticate::read),
              guest("LOGIN", Login::read),
              personal("SELECT", Select::read).telling(Sync.NONE),
              personal("EXAMINE", Select::readExamine).telling(Sync.NONE),
              personal("CREATE", Create::read),
              personal("DELETE", Delete::read),
              personal("RENAME", Rename::read),
              personal("SUBSCRIBE", Subscribe::read),
              personal("UNSUBSCRIBE", Subscribe::readUnsubscribe),
              personal("LIST", ListMailboxes::read),
              personal("LSUB", Lsub::read),
              personal("STATUS", Status::read),
              personal("NAMESPACE", Namespace::read),
              personal("APPEND", Append::read),
              personal("COMPRESS", Compress::read).telling(Sync.NONE),
              personal("GETQUOTA", GetQuota::read),
              personal("GETQUOTAROOT", GetQuotaRoot::read),
              personal("SETQUOTA", SetQuota::read),
              personal("ENABLE", Enable::read),
              personal("IDLE", Idle::read),
              inMailbox("CHECK", Noop::readCheck),
              inMailbox("CLOSE", Close::read).telling(Sync.NONE),
              inMailbox("UNSELECT", Close::readUnselect).telling(Sync.NONE),
              inMailbox("EXPUNGE", Expunge::read),
              inMailbox("UID EXPUNGE", Expunge::readByUid),
              byNumber("SEARCH", Search::read).telling(Sync.NO_EXPUNGE),
              inMailbox("UID SEARCH", Search::readByUid),
              byNumber("SORT", Sort::read).telling(Sync.NO_EXPUNGE),
              inMailbox("UID SORT", Sort::readByUid),
              byNumber("THREAD", Threading::read).telling(Sync.NO_EXPUNGE),
              inMailbox("UID THREAD", Threading::readByUid),
              byNumber("FETCH", Fetch::read).telling(Sync.NO_EXPUNGE),
              inMailbox("UID FETCH", Fetch::readByUid),
              byNumber("STORE", Store::read).telling(Sync.NO_EXPUNGE),
              inMailbox("UID STORE", Store::readByUid),
              byNumber("REPLACE", Replace::read),
              inMailbox("UID REPLACE", Replace::readByUid),
              byNumber("COPY", Copy::read),
              inMailbox("UID COPY", Copy::readByUid),
              byNumber("MOVE", Move::read),
              inMailbox("UID MOVE", Move::readByUid)));

  private ImapCommands() {}
}
