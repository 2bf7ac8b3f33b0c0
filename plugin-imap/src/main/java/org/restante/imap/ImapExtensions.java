package org.restante.imap;

import static org.restante.imap.extension.ExtensionRow.afterLogin;
import static org.restante.imap.extension.ExtensionRow.always;
import static org.restante.imap.extension.ExtensionRow.beforeLogin;

import java.util.List;
import org.restante.imap.extension.Capabilities;
import org.restante.imap.extension.ExtensionTable;
import org.restante.imap.extension.Feature;
import org.restante.imap.quota.QuotaRoots;

/**
 * The table of extensions: one row each, in the order in which CAPABILITY shows them.
 *
 * @rfc 3501 6.1.1
 */
final class ImapExtensions {
  static final ExtensionTable TABLE =
      new ExtensionTable(
          List.of(
              always("IMAP4rev1", 3501),
              always("IMAP4rev2", 9051).enabling(Feature.IMAP4REV2),
              always("LITERAL", 7888).showing(Capabilities::literals),
              always("ID", 2971),
              beforeLogin("SASL-IR", 4959),
              beforeLogin("STARTTLS", 3501).showing(Capabilities::startTls),
              beforeLogin("LOGINDISABLED", 3501).showing(Capabilities::loginDisabled),
              beforeLogin("AUTH", 3501).showing(Capabilities::mechanisms),
              afterLogin("ENABLE", 5161),
              afterLogin("IDLE", 2177),
              afterLogin("NAMESPACE", 2342),
              afterLogin("CHILDREN", 3348),
              afterLogin("LIST-EXTENDED", 5258),
              afterLogin("LIST-STATUS", 5819),
              afterLogin("SPECIAL-USE", 6154),
              afterLogin("CREATE-SPECIAL-USE", 6154),
              afterLogin("STATUS=SIZE", 8438),
              afterLogin("OBJECTID", 8474),
              afterLogin("MULTIAPPEND", 3502),
              afterLogin("APPENDLIMIT", 7889).showing(Capabilities::appendLimit),
              afterLogin("REPLACE", 8508),
              afterLogin("UTF8=ACCEPT", 6855).enabling(Feature.UTF8_ACCEPT),
              afterLogin("COMPRESS=DEFLATE", 4978).showing(Capabilities::compression),
              afterLogin("QUOTA", 9208),
              afterLogin("QUOTA=RES-STORAGE", 9208),
              afterLogin("QUOTA=RES-MESSAGE", 9208),
              afterLogin("QUOTASET", 9208).showing(QuotaRoots::capability),
              afterLogin("UIDPLUS", 4315),
              afterLogin("MOVE", 6851),
              afterLogin("UNSELECT", 3691),
              afterLogin("ESEARCH", 4731),
              afterLogin("SEARCHRES", 5182),
              afterLogin("WITHIN", 5032),
              afterLogin("SAVEDATE", 8514),
              afterLogin("PARTIAL", 9394),
              afterLogin("SORT", 5256),
              afterLogin("SORT=DISPLAY", 5957),
              afterLogin("ESORT", 5267),
              afterLogin("THREAD=ORDEREDSUBJECT", 5256),
              afterLogin("THREAD=REFERENCES", 5256),
              afterLogin("BINARY", 3516),
              afterLogin("PREVIEW", 8970),
              afterLogin("CONDSTORE", 7162).enabling(Feature.CONDSTORE),
              afterLogin("QRESYNC", 7162).enabling(Feature.QRESYNC, Feature.CONDSTORE),
              afterLogin("UIDONLY", 9586).enabling(Feature.UIDONLY),
              afterLogin("MESSAGELIMIT", 9738).showing(Capabilities::messageLimit),
              afterLogin("INPROGRESS", 9585)));

  private ImapExtensions() {}
}
