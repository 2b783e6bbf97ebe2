package org.lifeboat.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.storage.RequestStore;
import org.lifeboat.engine.storage.StorageFailure;
import org.lifeboat.primitives.ChainId;

class KeptRequestsTest {
    private static RequestLog.Entry entry(int number) {
        return new RequestLog.Entry(
                Instant.ofEpochSecond(number),
                ChainId.ETHEREUM,
                "node.example",
                Purpose.READ_BALANCES,
                new TreeMap<>(),
                1,
                1,
                Duration.ZERO,
                "ok");
    }

    /// A disk that is busy until it is let go, and refuses the first write.
    private static final class SlowDisk implements RequestStore {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final List<List<RequestLog.Entry>> writes = new ArrayList<>();
        private boolean refused;

        @Override
        public void addAll(List<RequestLog.Entry> entries) {
            asked.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!refused) {
                refused = true;
                throw new StorageFailure("the disk is full", new IllegalStateException());
            }
            writes.add(entries);
        }

        @Override
        public List<RequestLog.Entry> newest(int limit) {
            return List.of();
        }
    }

    @Test
    void askingDoesNotWaitForTheDisk_andNothingIsLostAtTheEnd() throws InterruptedException {
        SlowDisk disk = new SlowDisk();
        KeptRequests kept = new KeptRequests(disk);
        kept.add(entry(0));
        disk.asked.await();
        IntStream.range(1, 500).forEach(number -> kept.add(entry(number)));
        assertThat(disk.writes).isEmpty();

        disk.free.countDown();
        kept.close();

        List<RequestLog.Entry> written =
                disk.writes.stream().flatMap(List::stream).toList();
        assertThat(written)
                .as("all but the refused one, in order, in one write")
                .isEqualTo(IntStream.range(1, 500)
                        .mapToObj(KeptRequestsTest::entry)
                        .toList());
        assertThat(disk.writes).hasSize(1);
    }

    @Test
    void whatIsToldAfterTheEnd_doesNotReachTheClosedDisk() {
        SlowDisk disk = new SlowDisk();
        disk.refused = true;
        disk.free.countDown();
        KeptRequests kept = new KeptRequests(disk);
        kept.add(entry(0));
        kept.close();

        kept.add(entry(1));
        kept.close();

        assertThat(disk.writes).containsExactly(List.of(entry(0)));
    }
}
