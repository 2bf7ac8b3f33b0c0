package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.table.RowReader;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.Span;
import org.restante.rocksdb.table.StoredContent;

/**
 * A process is killed while it commits: what it acknowledged is there, and nothing is half there.
 */
class CrashTest {
  private static final int ROUNDS = 3;
  private static final int ACKNOWLEDGEMENTS = 300;

  @TempDir Path directory;

  @Test
  void whatWasAcknowledgedSurvivesTheKill() throws Exception {
    int first = 1;
    for (int round = 0; round < ROUNDS; round++) {
      Map<Integer, Integer> acknowledged = killedAfter(first, ACKNOWLEDGEMENTS);
      try (RocksKeyValueEngine engine = Engines.open(directory)) {
        int last = 0;
        for (int account = 1; account <= AcknowledgingWriter.WRITERS; account++) {
          int number = verified(engine, account, first);
          assertThat(number).isGreaterThanOrEqualTo(acknowledged.getOrDefault(account, 0));
          last = Math.max(last, number);
        }
        assertThat(engine.blobs().figures()).isEqualTo(counted(engine));
        assertThat(Engines.files(engine)).isEqualTo(filesOfRows(engine));
        assertThat(Engines.rows(engine, Table.DRAFTS)).isZero();
        first = last + 1;
      }
    }
  }

  /** Starts a writer, kills it when it has acknowledged so many; the last one by account. */
  private Map<Integer, Integer> killedAfter(int first, int count) throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                AcknowledgingWriter.class.getName(),
                directory.toString(),
                String.valueOf(first))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Map<Integer, Integer> last = new HashMap<>();
    try (BufferedReader lines = writer.inputReader(StandardCharsets.US_ASCII)) {
      for (int i = 0; i < count; i++) {
        note(last, Objects.requireNonNull(lines.readLine(), "the writer has ended by itself"));
      }
      writer.toHandle().destroyForcibly(); // and its last lines stay readable
      lines.lines().filter(line -> line.matches("\\d+ \\d+")).forEach(line -> note(last, line));
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return last;
  }

  private static void note(Map<Integer, Integer> last, String line) {
    int space = line.indexOf(' ');
    last.put(Integer.valueOf(line.substring(0, space)), Integer.valueOf(line.substring(space + 1)));
  }

  /** Checks the rows and contents of an account since a number; the number of its last batch. */
  private static int verified(RocksKeyValueEngine engine, int account, int first) {
    Partition partition = engine.partition(account);
    byte[] row = partition.get(Engines.octets("last"));
    int last = row == null ? 0 : Integer.parseInt(new String(row, StandardCharsets.US_ASCII));
    KeyRange rows = new KeyRange(AcknowledgingWriter.row(first), AcknowledgingWriter.row(999_999));
    assertThat(partition.scan(rows, Order.ASCENDING, 999_999, (key, value) -> true))
        .isEqualTo(Math.max(0, last - first + 1));
    for (int number = first; number <= last; number++) {
      byte[] content = AcknowledgingWriter.content(account, number);
      if (content.length > 0 && (AcknowledgingWriter.kept(number) || number == last)) {
        assertThat(Engines.read(engine, Engines.name(content))).isEqualTo(content);
      }
    }
    return last;
  }

  /** The figures, counted from the rows. */
  private static BlobFigures counted(RocksKeyValueEngine engine) {
    BlobFigures sum = new BlobFigures(0, 0, 0);
    for (StoredContent row : contents(engine)) {
      long garbage = row.linked() ? 0 : row.octets();
      sum = Ledger.sum(sum, new BlobFigures(1, row.octets(), garbage));
    }
    return sum;
  }

  /** The files that there must be, by storage number: of each content that is one, and no other. */
  private List<Path> filesOfRows(RocksKeyValueEngine engine) {
    return contents(engine).stream()
        .filter(StoredContent::isFile)
        .map(StoredContent::storage)
        .sorted()
        .map(number -> directory.resolve("contents/" + number))
        .toList();
  }

  private static List<StoredContent> contents(RocksKeyValueEngine engine) {
    List<StoredContent> rows = new ArrayList<>();
    Engines.database(engine)
        .scan(
            Span.of(Table.CONTENTS, new byte[0], Schema.behind(BlobId.LENGTH)),
            null,
            (key, value) -> rows.add(StoredContent.decode(RowReader.copy(value))));
    return rows;
  }
}
