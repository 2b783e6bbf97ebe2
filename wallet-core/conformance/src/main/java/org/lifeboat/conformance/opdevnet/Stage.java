package org.lifeboat.conformance.opdevnet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.OpDevnet;

/// What a story has to do with.
/// @param options the devnet was started with
/// @param seed of everything that is chosen by chance
/// @param folder empty, for this story alone
public record Stage(OpDevnet net, DevnetOptions options, long seed, Path folder, Report report) {
    private static final Duration PAUSE = Duration.ofMillis(200);

    public DevnetFacts facts() {
        return net.facts();
    }

    /// Somebody with a key, on L1.
    public Actor onL1(DevnetFacts.Role role) {
        return actor(facts().l1(), facts().l1ChainId(), role);
    }

    /// Somebody with a key, on the L2, sending to the sequencer.
    public Actor onL2(DevnetFacts.Role role) {
        return actor(facts().sequencer(), facts().l2ChainId(), role);
    }

    private Actor actor(NodeClient node, long chain, DevnetFacts.Role role) {
        return new Actor(
                node, new ChainId(chain), Hash32.fromHex(facts().account(role).key()));
    }

    /// Asks again and again.
    /// @return the first answer that is there
    /// @throws IllegalStateException if there is none in time
    public static <T> T until(String what, Duration patience, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause();
        }
        throw new IllegalStateException("waited " + patience.toSeconds() + " s in vain: " + what);
    }

    /// As [#until], for something that becomes true.
    public static void untilTrue(String what, Duration patience, Supplier<Boolean> question) {
        until(what, patience, () -> question.get() ? Optional.of(true) : Optional.empty());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
