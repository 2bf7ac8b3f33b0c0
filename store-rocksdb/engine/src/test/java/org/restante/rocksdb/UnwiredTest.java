package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.keyvalue.PartitionSnapshot;

/**
 * What sessions still hold when the engine's bundle is replaced: closed, and its class loader gives
 * out nothing any more, so that whatever is needed then must be there before.
 */
class UnwiredTest {
  private static final byte[] OCTETS = Engines.octets("octets");
  private static final byte[] LARGE = Engines.noise(600_000);

  @TempDir Path directory;

  @Test
  void whatIsHeldSaysThatTheEngineIsGone() throws Exception {
    BundleLike loader = new BundleLike();
    KeyValueEngine engine = open(loader);
    BlobDraft fresh = engine.blobs().draft();
    BlobDraft begun = engine.blobs().draft();
    begun.write(OCTETS, 0, OCTETS.length);
    BlobId blob;
    try (BlobDraft stored = engine.blobs().draft()) {
      stored.write(OCTETS, 0, OCTETS.length);
      blob = stored.seal();
      engine.partition(1).batch().link(blob, 1, new byte[0]).commit(Durability.SYNC);
    }
    BlobDraft begunFile = engine.blobs().draft();
    begunFile.write(LARGE, 0, LARGE.length);
    BlobDraft file = engine.blobs().draft();
    file.write(LARGE, 0, LARGE.length);
    BlobContent fileContent = engine.blobs().open(file.seal());
    BlobContent content = engine.blobs().open(blob);
    Partition partition = engine.partition(1);
    PartitionSnapshot snapshot = partition.snapshot();

    ((AutoCloseable) engine).close();
    loader.unwired.set(true);

    assertGone(() -> fresh.write(OCTETS, 0, OCTETS.length));
    assertGone(() -> begun.write(OCTETS, 0, OCTETS.length));
    assertGone(begun::seal);
    assertThat(begun.inMemory()).contains(OCTETS);
    assertGone(() -> begunFile.write(OCTETS, 0, OCTETS.length));
    assertGone(begunFile::seal);
    assertGone(() -> content.read(0, new byte[1], 0, 1));
    assertGone(() -> fileContent.read(0, new byte[1], 0, 1));
    assertGone(() -> snapshot.get(OCTETS));
    assertGone(() -> snapshot.scan(KeyRange.all(), Order.ASCENDING, 1, (key, value) -> true));
    assertGone(() -> partition.get(OCTETS));
    assertGone(() -> partition.batch().put(OCTETS, OCTETS).commit(Durability.SYNC));
    assertGone(() -> engine.blobs().open(blob));
    assertGone(() -> engine.blobs().draft());
    content.close();
    fileContent.close();
    begunFile.close();
    file.close();
    snapshot.close();
    fresh.close();
    begun.close();
  }

  private KeyValueEngine open(BundleLike loader) throws ReflectiveOperationException {
    Class<?> settings = loader.loadClass(RocksSettings.class.getName());
    return (KeyValueEngine)
        loader
            .loadClass(RocksKeyValueEngine.class.getName())
            .getMethod("open", Path.class, settings, MeterRegistry.class)
            .invoke(
                null,
                directory,
                settings.getMethod("defaults").invoke(null),
                new SimpleMeterRegistry());
  }

  private static void assertGone(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(EngineUnavailable.class);
  }

  /** The engine's own classes are its; the others it shares, as a bundle does. */
  private static final class BundleLike extends ClassLoader {
    private final AtomicBoolean unwired = new AtomicBoolean();

    BundleLike() {
      super(UnwiredTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (unwired.get()) {
        throw new ClassNotFoundException(name + ": the wiring is no longer valid");
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        return name.startsWith("org.restante.rocksdb.")
            ? own(name)
            : super.loadClass(name, resolve);
      }
    }

    private Class<?> own(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] octets = in.readAllBytes();
        return defineClass(name, octets, 0, octets.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
