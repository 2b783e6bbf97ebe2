package org.lifeboat.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.conformance.evm.RecordedBlock;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockResult;
import org.lifeboat.verifier.block.BlockVerifier;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.EthereumRules;

/// One block of mainnet with its witness, verified as a program of its own: what a wallet does right after its
/// start. The file is RLP: the block, the list of preimages, the list of headers.
final class BlockRun {
    private static final int CODE_BYTES = 1 << 24;

    private final Block block;
    private final List<Bytes> preimages;
    private final List<Bytes> headers;
    private final Secp256k1 curve = Secp256k1.preferred();

    private BlockRun(Block block, List<Bytes> preimages, List<Bytes> headers) {
        this.block = block;
        this.preimages = preimages;
        this.headers = headers;
    }

    BlockRun(RecordedBlock recorded) {
        this(recorded.block(), recorded.preimages(), recorded.headers());
    }

    /// `FILE`: verifies once and prints three numbers of milliseconds: since `main` began; then, from the
    /// start of the machine and so with its own, processor time of this thread, and of all threads.
    public static void main(String[] arguments) throws IOException, RlpException {
        long began = System.nanoTime();
        read(Path.of(arguments[0])).verify();
        long took = System.nanoTime() - began;
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long all = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        PrintStream out = System.out;
        out.println(took / 1_000_000 + " " + thread / 1_000_000 + " " + all / 1_000_000);
    }

    /// Everything anew: the witness is hashed, codes are analysed.
    void verify() {
        BlockResult result = new BlockVerifier(
                        new EthereumRules(EthereumChain.mainnet()), curve, new CodeCache(CODE_BYTES))
                .verify(block, preimages, headers);
        if (!(result instanceof BlockResult.Valid)) {
            throw new IllegalStateException("the block should be valid: " + result);
        }
    }

    void write(Path file) throws IOException {
        byte[] content = new RlpWriter()
                .list(parts -> parts.raw(block.encoded())
                        .list(preimages, RlpWriter::bytes)
                        .list(headers, RlpWriter::bytes))
                .toArray();
        Files.write(file, content);
    }

    private static BlockRun read(Path file) throws IOException, RlpException {
        RlpReader parts = RlpReader.of(Files.readAllBytes(file)).list();
        Answer<Block> block = Block.fromRlp(parts.raw());
        List<Bytes> preimages = strings(parts.list());
        List<Bytes> headers = strings(parts.list());
        if (block instanceof Answer.Proven<Block>(Block read)) {
            return new BlockRun(read, preimages, headers);
        }
        throw new RlpException("not a block: " + block);
    }

    private static List<Bytes> strings(RlpReader list) throws RlpException {
        List<Bytes> all = new ArrayList<>();
        while (list.hasMore()) {
            all.add(list.bytes());
        }
        return all;
    }
}
