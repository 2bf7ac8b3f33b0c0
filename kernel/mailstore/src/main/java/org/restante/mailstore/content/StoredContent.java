package org.restante.mailstore.content;

import java.io.InputStream;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobStore;
import org.restante.blob.NoSuchBlob;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.refusal.DamagedMessage;
import org.restante.refusal.StoreUnavailable;

/** A message's octets in the engine. */
public final class StoredContent implements MessageContent {
  private final BlobContent blob;
  private final StoredMessage message;

  private StoredContent(BlobContent blob, StoredMessage message) {
    this.blob = blob;
    this.message = message;
  }

  /**
   * Opens a message's content.
   *
   * @throws DamagedMessage if it is not there, or not as long as the message
   */
  public static StoredContent open(BlobStore blobs, StoredMessage message) {
    BlobContent blob = opened(blobs, message);
    if (blob.size() != message.size()) {
      long size = blob.size();
      blob.close();
      throw damaged(message, "has " + size + " octets instead of " + message.size());
    }
    return new StoredContent(blob, message);
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
      throw new StoreUnavailable("the engine has gone", e);
    } catch (EngineException | NoSuchBlob e) {
      throw damaged(message, "can't be read at " + position + ": " + e.getMessage());
    }
    if (count < 0 && position < message.size()) {
      throw damaged(message, "ends at " + position);
    }
    return count;
  }

  @Override
  public InputStream stream(long position, long length) {
    return new ContentStream(this, position, length);
  }

  @Override
  public void close() {
    blob.close();
  }

  private static BlobContent opened(BlobStore blobs, StoredMessage message) {
    try {
      return blobs.open(message.blob());
    } catch (EngineUnavailable e) {
      throw new StoreUnavailable("the engine has gone", e);
    } catch (EngineException | NoSuchBlob e) {
      throw damaged(message, "can't be opened: " + e.getMessage());
    }
  }

  private static DamagedMessage damaged(StoredMessage message, String what) {
    return new DamagedMessage(
        "message " + message.messageId() + " (UID " + message.uid() + ") " + what);
  }
}
