// What imapflow sees of a mailbox, as JSON.
import {createRequire} from "node:module";

const [port, user, modules] = process.argv.slice(2);
const {ImapFlow} = createRequire(modules + "/")("imapflow");
const said = {};

function connection() {
  return new ImapFlow({
    host: "127.0.0.1", port: Number(port), secure: true, logger: false,
    tls: {rejectUnauthorized: false}, auth: {user, pass: "pass"},
  });
}

const client = connection();
const other = connection();
await client.connect();
await other.connect();
said.capabilities = [...client.capabilities.keys()];

const plain = "From: Anna <anna@example.com>\r\nSubject: gr\u00fc\u00dfe\r\nMessage-ID: <1@x>\r\n" +
  "Content-Type: text/plain; charset=utf-8\r\n\r\nsch\u00f6n\r\n";
const attached = "From: bob@example.com\r\nSubject: attached\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" +
  "--b\r\nContent-Type: text/plain\r\n\r\nsee\r\n--b\r\nContent-Type: image/png; name=p.png\r\n" +
  "Content-Disposition: attachment; filename=p.png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAECAw==\r\n--b--\r\n";
await client.mailboxCreate("Work/2024");
for (const [letter, flags] of [[plain, ["\\Seen"]], [attached, ["\\Flagged", "$Label"]], [plain, []]]) {
  const done = await client.append("INBOX", letter, flags, new Date("2024-01-02T03:04:05Z"));
  (said.appended ??= []).push(done.uid);
}
said.listed = (await client.list({statusQuery: {messages: true, unseen: true, uidNext: true}}))
  .map(box => [box.path, box.status?.messages, box.status?.unseen]).sort();

const lock = await client.getMailboxLock("INBOX");
said.exists = client.mailbox.exists;
for await (const letter of client.fetch("1:*", {
  uid: true, flags: true, envelope: true, bodyStructure: true, size: true, internalDate: true,
  source: true, threadId: true, headers: ["subject"],
})) {
  (said.fetched ??= []).push({
    uid: letter.uid, flags: [...letter.flags].filter(flag => flag !== "\\Recent").sort(),
    subject: letter.envelope.subject, from: letter.envelope.from[0].address,
    type: letter.bodyStructure.type, parts: letter.bodyStructure.childNodes?.length ?? 0,
    size: letter.size === letter.source.length, date: letter.internalDate.toISOString(),
    emailId: letter.emailId ?? null, whole: letter.source.equals(Buffer.from(letter.uid === 2 ? attached : plain)),
  });
}
const {content} = await client.download("2", "2", {uid: true});
const pieces = [];
for await (const piece of content) pieces.push(piece);
said.downloaded = Buffer.concat(pieces).toString("hex");
said.search = await client.search({subject: "gr\u00fc\u00dfe"}, {uid: true});
said.flagged = await client.search({keyword: "$Label", flagged: true}, {uid: true});
said.or = await client.search({or: [{from: "bob"}, {body: "nobody"}]}, {uid: true});

// another device changes a flag and appends; this one is told while it idles: of both at once, in
// no order of time, where IDLE begins late
const news = [];
const both = new Promise(resolve => {
  const hear = event => {
    news.push(event);
    if (new Set(news.map(([kind]) => kind)).size === 2) resolve();
  };
  client.on("flags", update => hear(["flags", update.seq, [...update.flags].includes("\\Answered")]));
  client.on("exists", update => hear(["exists", update.count]));
});
await other.mailboxOpen("INBOX");
const idle = client.idle();
await other.messageFlagsAdd("2", ["\\Answered"], {uid: true});
await other.append("INBOX", plain);
await both;
said.news = [...news].sort();
await client.noop();
await idle;

said.moved = (await client.messageMove("1,2", "Work/2024", {uid: true})).uidMap.size;
said.deleted = await client.messageDelete("3", {uid: true});
said.left = await client.search({all: true}, {uid: true});
said.status = await client.status("Work/2024", {messages: true, uidNext: true});
lock.release();
await other.logout();
await client.logout();
console.log(JSON.stringify(said));
