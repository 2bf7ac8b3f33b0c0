<?php
// What PHP's imap extension says of a mailbox, as JSON; strings that are octets are in base64.
[, $port, $user, $folder] = $argv;
$server = "{127.0.0.1:$port/imap/ssl/novalidate-cert}"; // in clear c-client warns of any AUTH=PLAIN
$said = [];

$box = imap_open($server . "INBOX", $user, "pass");
if (!$box) {
    fwrite(STDERR, implode("; ", imap_errors() ?: []));
    exit(1);
}

$files = glob("$folder/*.eml");
sort($files);
foreach ($files as $number => $file) {
    $date = sprintf("%02d-Jan-2024 10:00:00 +0000", $number + 1);
    $flags = $number == 1 ? "\\Seen \\Flagged" : null;
    $said["append"][] = imap_append($box, $server . "INBOX", file_get_contents($file), $flags, $date);
}
$said["ping"] = imap_ping($box);
$said["messages"] = imap_num_msg($box);

foreach (range(1, imap_num_msg($box)) as $number) {
    $uid = imap_uid($box, $number);
    $letter = ["uid" => $uid, "msgno" => imap_msgno($box, $uid)];
    $structure = imap_fetchstructure($box, $uid, FT_UID);
    $letter["structure"] = $structure;
    $letter["header"] = base64_encode(imap_fetchheader($box, $uid, FT_UID));
    $letter["whole"] = base64_encode(imap_fetchbody($box, $uid, "", FT_UID | FT_PEEK));
    $letter["text"] = base64_encode(imap_body($box, $uid, FT_UID | FT_PEEK));
    foreach (sections($structure) as $section) {
        $octets = imap_fetchbody($box, $uid, $section, FT_UID | FT_PEEK);
        $letter["sections"][$section] = base64_encode($octets);
        $internal = imap_fetchbody($box, $number, $section, FT_PEEK | FT_INTERNAL);
        $letter["internal"][$section] = base64_encode($internal);
        $letter["mime"][$section] = base64_encode(imap_fetchmime($box, $uid, $section, FT_UID | FT_PEEK));
    }
    $info = imap_headerinfo($box, $number);
    $letter["info"] = $info;
    $letter["decoded"] = isset($info->subject) ? imap_utf8($info->subject) : null;
    $said["letters"][] = $letter;
}
$said["unseen before"] = imap_status($box, $server . "INBOX", SA_ALL);
imap_fetchbody($box, 1, "1");
$said["overview"] = imap_fetch_overview($box, "1:*");
$said["unseen after"] = imap_status($box, $server . "INBOX", SA_ALL);

$searches = ["ALL", "SEEN", "UNSEEN FLAGGED", 'SUBJECT "plan"', 'FROM "fred"', 'BODY "treasure"',
             'TEXT "nobody at all"', 'SINCE "3-Jan-2024"', 'ON "2-Jan-2024"'];
foreach ($searches as $search) {
    $said["search"][$search] = imap_search($box, $search, SE_UID);
}
$said["search"]["charset"] = imap_search($box, "SUBJECT \"gr\xc3\xbc\xc3\x9fe\"", SE_UID, "UTF-8");
$said["sort"]["subject"] = imap_sort($box, SORTSUBJECT, false, SE_UID);
$said["sort"]["date reverse"] = imap_sort($box, SORTDATE, true, SE_UID);
$said["sort"]["from"] = imap_sort($box, SORTFROM, false, SE_UID, 'SUBJECT "plan"', "UTF-8");
$said["sort"]["size"] = imap_sort($box, SORTSIZE, false, 0);
$said["sort"]["arrival"] = imap_sort($box, SORTARRIVAL, true, SE_UID);
$said["thread"] = imap_thread($box, SE_UID);

$said["create"] = imap_createmailbox($box, $server . "Kept");
$said["move"] = imap_mail_move($box, "1,3", "Kept") && imap_expunge($box);
$said["left"] = imap_search($box, "ALL", SE_UID);
$said["moved"] = imap_status($box, $server . "Kept", SA_MESSAGES | SA_UIDNEXT);
$said["quota"] = imap_get_quotaroot($box, "INBOX");
$said["errors"] = imap_errors() ?: [];
imap_close($box);
echo json_encode($said, JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);

/** The numbers of the parts that are no multipart, those of nested letters too. */
function sections($part, $prefix = "")
{
    if ($part->type == TYPEMULTIPART) {
        foreach ($part->parts as $index => $child) {
            yield from sections($child, ($prefix === "" ? "" : "$prefix.") . ($index + 1));
        }
    } elseif ($part->type == TYPEMESSAGE && isset($part->parts)) {
        yield $prefix;
        $inner = $part->parts[0];
        yield from sections($inner, $inner->type == TYPEMULTIPART ? $prefix : "$prefix.1");
    } else {
        yield $prefix === "" ? "1" : $prefix;
    }
}
