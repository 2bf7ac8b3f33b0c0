package org.restante.mailstore.content;

import java.io.InputStream;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobProof;
import org.restante.blob.NoSuchBlob;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.account.OpenEngine;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.refusal.DamagedMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message's octets in the engine; where that goes, they are read on from the next one. */
public final class StoredContent implements MessageContent {
  private static final Logger log = LoggerFactory.getLogger(StoredContent.class);

  private final EngineGate gate;
  private final StoredMessage message;
  private BlobContent blob;

  private StoredContent(EngineGate gate, StoredMessage message, BlobContent blob) {
    this.gate = gate;
    this.message = message;
    this.blob = blob;
  }

  /**
   * Opens a message's content.
   *
   * @throws DamagedMessage if it is not there, or not as long as the message
   */
  public static StoredContent open(EngineGate gate, StoredMessage message) {
    return new StoredContent(gate, message, gate.call(open -> opened(open, message)));
  }

  @Override
  public long size() {
    return message.size();
  }

  @Override
  public int read(long position, byte[] into, int offset, int length) {
    int count;
    try {
      count = blob.read(position, into, offset, length);
    } catch (EngineUnavailable e) {
      count = gate.call(open -> readOn(open, position, into, offset, length));
    } catch (EngineException | NoSuchBlob e) {
      throw damaged(message, "can't be read at " + position + ": " + e.getMessage());
    }
    if (count < 0 && position < message.size()) {
      throw damaged(message, "ends at " + position);
    }
    return count;
  }

  /** Has the beginning read into memory; who reads is told what is wrong with it. */
  public void prefetch() {
    try {
      blob.prefetch();
    } catch (EngineException | NoSuchBlob e) {
      log.debug("not read ahead", e);
    }
  }

  @Override
  public InputStream stream(long position, long length) {
    return new ContentStream(this, position, length);
  }

  @Override
  public BlobProof proof() {
    return gate.call(open -> open.engine().blobs().proof(message.blob()));
  }

  @Override
  public void close() {
    blob.close();
  }

  private int readOn(OpenEngine open, long position, byte[] into, int offset, int length) {
    BlobContent next = opened(open, message);
    blob.close();
    blob = next;
    return next.read(position, into, offset, length);
  }

  private static BlobContent opened(OpenEngine open, StoredMessage message) {
    BlobContent blob = found(open, message);
    if (blob.size() != message.size()) {
      long size = blob.size();
      blob.close();
      throw damaged(message, "has " + size + " octets instead of " + message.size());
    }
    return blob;
  }

  private static BlobContent found(OpenEngine open, StoredMessage message) {
    try {
      return open.engine().blobs().open(message.blob());
    } catch (EngineUnavailable e) {
      throw e; // the gate waits for the next one
    } catch (EngineException | NoSuchBlob e) {
      throw damaged(message, "can't be opened: " + e.getMessage());
    }
  }

  private static DamagedMessage damaged(StoredMessage message, String what) {
    return new DamagedMessage(
        "message " + message.messageId() + " (UID " + message.uid() + ") " + what);
  }
}
