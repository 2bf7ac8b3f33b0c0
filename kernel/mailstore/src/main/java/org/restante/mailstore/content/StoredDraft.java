package org.restante.mailstore.content;

import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.keyvalue.EngineException;
import org.restante.mailstore.account.OpenEngine;
import org.restante.message.MessageDraft;
import org.restante.mime.MimeIndexCodec;
import org.restante.mime.MimeIndexer;
import org.restante.mime.MimeLimits;
import org.restante.refusal.StoreUnavailable;

/** A draft of one engine: hashed, stored and indexed in one pass, sealed when it is first used. */
public final class StoredDraft implements MessageDraft {
  private final OpenEngine home;
  private final BlobDraft blob;
  private final MimeIndexer indexer = new MimeIndexer(MimeLimits.DEFAULT);
  private @Nullable SealedContent sealed;

  public StoredDraft(OpenEngine home) {
    this.home = home;
    this.blob = home.engine().blobs().draft();
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    if (sealed != null) {
      throw new IllegalStateException("the draft has been used");
    }
    try {
      blob.write(octets, offset, length);
    } catch (EngineException e) {
      throw new StoreUnavailable("the content can't be stored: " + e.getMessage(), e);
    }
    indexer.write(octets, offset, length);
  }

  @Override
  public long size() {
    return blob.size();
  }

  /**
   * Ends the content.
   *
   * @throws StoreUnavailable if the engine it was written to has gone
   */
  public SealedContent sealedFor(OpenEngine engine) {
    if (engine != home) {
      throw new StoreUnavailable("the draft's engine has gone; it has to be written again", null);
    }
    SealedContent content = sealed;
    if (content == null) {
      BlobId id = blob.seal();
      byte[] structure = MimeIndexCodec.encode(indexer.finish());
      boolean fits = structure.length <= home.engine().capabilities().valueOctets();
      content = new SealedContent(id, blob.size(), fits ? structure : null);
      sealed = content;
    }
    return content;
  }

  @Override
  public void close() {
    blob.close();
  }
}
