package org.lifeboat.sandbox.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.derivation.format.BlobData;
import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.Journal;
import org.lifeboat.sandbox.node.L1Node;

/// The file of one world. Text, a line for each thing that happened; a last line without its end was cut off when
/// the program was, and counts for nothing.
///
/// ```
/// lifeboat-sandbox/2 UNIX_SECONDS_OF_BLOCK_0
/// block UNIX_SECONDS BRANCHES HASH [RAW_TRANSACTION ...]
/// blob BYTES_WITHOUT_THE_ZEROS_AT_THE_END
/// back COUNT
/// time UNIX_SECONDS
/// ```
///
/// `time` is what the world's time was when it was opened or moved. Versions before wrote `ahead SECONDS` there, of
/// the computer's clock, which says nothing any more.
public final class WorldFile implements Journal, AutoCloseable {
    private static final String FORMAT = "lifeboat-sandbox/2";

    private final FileChannel channel;

    private WorldFile(FileChannel channel) {
        this.channel = channel;
    }

    /// What is in a file.
    public sealed interface Found {
        /// There is none, or an empty one.
        record Nothing() implements Found {}

        /// @param events every line after the first
        record World(long genesisSeconds, List<String> events) implements Found {}

        /// Of another program, or another version of this one.
        record Unusable() implements Found {}
    }

    /// @throws IOException if it cannot be read
    public static Found read(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : "";
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty()) {
            return text.isEmpty() ? new Found.Nothing() : new Found.Unusable();
        }
        String[] head = lines.getFirst().split(" ", -1);
        boolean ours = head.length == 2 && head[0].equals(FORMAT) && head[1].matches("\\d{1,12}");
        return ours ? new Found.World(Long.parseLong(head[1]), lines.subList(1, lines.size())) : new Found.Unusable();
    }

    /// Lets everything happen again that a file tells of; the node's time goes on from where it was then.
    /// @param node a new one, with the world's block 0
    /// @return whether every block came out as it was; if not, the node is of no use
    public static boolean replay(List<String> events, L1Node node) {
        for (String event : events) {
            if (!happens(event.split(" ", -1), node)) {
                return false;
            }
        }
        if (!events.isEmpty()) {
            node.clock().goOnFrom(lastTime(events, node));
        }
        return true;
    }

    /// What was told last, or the newest block's, whichever is later.
    private static long lastTime(List<String> events, L1Node node) {
        long told = events.reversed().stream()
                .filter(event -> event.startsWith("time "))
                .mapToLong(event -> Long.parseLong(event.substring("time ".length())))
                .findFirst()
                .orElse(0);
        return Math.max(told, node.history().newest().header().unixSeconds());
    }

    private static boolean happens(String[] event, L1Node node) {
        try {
            return switch (event[0]) {
                case "block" -> block(event, node);
                case "blob" -> {
                    node.takeBlob(PlayBlob.of(whole(Bytes.fromHex(event[1]))));
                    yield true;
                }
                case "back" -> node.takeBack(Integer.parseInt(event[1]));
                case "time", "ahead" -> Long.parseLong(event[1]) >= 0;
                default -> false;
            };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return false; // Somebody has changed the file.
        }
    }

    private static Bytes whole(Bytes start) {
        return Bytes.of(Arrays.copyOf(start.toArray(), BlobData.BLOB_SIZE));
    }

    private static boolean block(String[] event, L1Node node) {
        List<SignedTransaction> transactions = new ArrayList<>();
        for (int i = 4; i < event.length; i++) {
            if (!(SignedTransaction.decode(Bytes.fromHex(event[i]))
                    instanceof Answer.Proven<SignedTransaction>(SignedTransaction signed))) {
                return false;
            }
            transactions.add(signed);
        }
        Optional<SealedBlock> made = node.repeat(Long.parseLong(event[1]), Integer.parseInt(event[2]), transactions);
        return made.map(SealedBlock::hash).equals(Optional.of(Hash32.fromHex(event[3])));
    }

    /// Opens the file to write on.
    /// @param genesisSeconds of block 0, for a new file
    /// @throws IOException if it cannot be written, or another sandbox writes on it
    public static WorldFile open(Path file, long genesisSeconds) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("another sandbox goes on with this world");
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        channel.truncate(text.lastIndexOf('\n') + 1L).position(channel.size());
        WorldFile opened = new WorldFile(channel);
        if (channel.size() == 0) {
            opened.write(FORMAT + " " + genesisSeconds);
        }
        return opened;
    }

    @Override
    public void sealed(SealedBlock block, int branches) {
        StringBuilder line = new StringBuilder("block ")
                .append(block.header().unixSeconds())
                .append(' ')
                .append(branches)
                .append(' ')
                .append(block.hash().toHex());
        for (ExecutedTransaction each : block.transactions()) {
            line.append(' ').append(each.sent().encoded().toHex());
        }
        write(line.toString());
    }

    @Override
    public void takenBack(int count) {
        write("back " + count);
    }

    @Override
    public void blob(PlayBlob blob) {
        byte[] content = blob.content().toArray();
        int end = content.length;
        while (end > 0 && content[end - 1] == 0) {
            end--;
        }
        write("blob " + Bytes.copyOf(content, 0, end).toHex());
    }

    /// The world's time was moved.
    /// @param unixSeconds the world's time now
    public void moved(long unixSeconds) {
        write("time " + unixSeconds);
    }

    private synchronized void write(String line) {
        try {
            channel.write(StandardCharsets.US_ASCII.encode(line + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("the world's file cannot be written", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the world's file cannot be closed", e);
        }
    }
}
