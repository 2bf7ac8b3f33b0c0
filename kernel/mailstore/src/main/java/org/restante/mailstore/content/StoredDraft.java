package org.restante.mailstore.content;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.StorageFull;
import org.restante.mailstore.account.OpenEngine;
import org.restante.message.MessageDraft;
import org.restante.mime.MimeIndexer;
import org.restante.mime.MimeLimits;
import org.restante.mime.stored.MimeIndexCodec;
import org.restante.refusal.DiskFull;
import org.restante.refusal.StoreUnavailable;

/**
 * A draft: hashed, stored and indexed in one pass, sealed when it is first used. It is in one
 * engine; where that goes, a draft that is short enough to be in memory too is written to the next
 * one, and a longer one is lost by name.
 */
public final class StoredDraft implements MessageDraft {
  /** Octets that are held in memory while there is no engine: most letters are shorter. */
  public static final int KEPT_OCTETS = 128 << 10;

  private final MimeIndexer indexer = new MimeIndexer(MimeLimits.DEFAULT);
  private final ReentrantLock lock = new ReentrantLock();
  private OpenEngine home;
  private BlobDraft blob;
  private @Nullable ByteArrayOutputStream homeless; // all octets, since the engine has gone
  private long size;
  private @Nullable SealedContent sealed;

  /**
   * Begins one.
   *
   * @param home the engine that it is in
   * @param expected octets that will probably come, or 0
   */
  public StoredDraft(OpenEngine home, long expected) {
    this.home = home;
    this.blob = home.engine().blobs().draft(expected);
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    if (sealed != null) {
      throw new IllegalStateException("the draft has been used");
    }
    size += length;
    store(octets, offset, length);
    indexer.write(octets, offset, length);
  }

  @Override
  public long size() {
    return size;
  }

  /**
   * Ends the content; several deliveries of one draft may ask at a time.
   *
   * @throws StoreUnavailable if the engine it was written to has gone and it is too long to be
   *     written again
   */
  public SealedContent sealedFor(OpenEngine engine) {
    lock.lock();
    try {
      if (engine != home || homeless != null) {
        moveTo(engine);
      }
      SealedContent content = sealed;
      if (content == null) {
        content = seal();
        sealed = content;
      }
      return content;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    blob.close();
  }

  private void store(byte[] octets, int offset, int length) {
    if (homeless == null) {
      try {
        blob.write(octets, offset, length);
        return;
      } catch (EngineUnavailable e) {
        homeless = soFar(size - length);
      } catch (StorageFull e) {
        throw new DiskFull(String.valueOf(e.getMessage()), e);
      } catch (EngineException e) {
        throw new StoreUnavailable("the content can't be stored: " + e.getMessage(), e);
      }
    }
    if (size > KEPT_OCTETS) {
      throw lost();
    }
    homeless.write(octets, offset, length);
  }

  private void moveTo(OpenEngine engine) {
    byte[] octets = (homeless == null ? soFar(size) : homeless).toByteArray();
    BlobDraft next = engine.engine().blobs().draft(octets.length);
    try {
      next.write(octets, 0, octets.length);
      if (sealed != null) {
        next.seal();
      }
    } catch (EngineException e) {
      next.close();
      throw e;
    }
    blob.close();
    blob = next;
    home = engine;
    homeless = null;
  }

  /** The octets that the engine which has gone had still in memory; it may have more than these. */
  private ByteArrayOutputStream soFar(long octets) {
    byte[] known = blob.inMemory().orElseThrow(StoredDraft::lost);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(known, 0, Math.toIntExact(octets));
    return all;
  }

  /** The structure is the same in every engine, and the content's name is its octets'. */
  private SealedContent seal() {
    BlobId id = blob.seal();
    byte[] structure = MimeIndexCodec.encode(indexer.finish());
    boolean fits = structure.length <= home.engine().capabilities().valueOctets();
    return new SealedContent(id, size, fits ? structure : null);
  }

  private static StoreUnavailable lost() {
    return new StoreUnavailable("the draft's engine has gone; it has to be written again", null);
  }
}
