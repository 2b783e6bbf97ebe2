package org.lifeboat.conformance.evm;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.ForkSchedule;
import tools.jackson.databind.JsonNode;

/// The chain that a blockchain test runs on: one fork, or two with the block, time or difficulty between them.
/// @param before where the second fork begins with the parent's total difficulty: until then
/// @param chain the schedule; with `terminalDifficulty` that of the second fork
/// @param daoBlock the block of the DAO fork
record Network(
        EthereumChain chain,
        Optional<EthereumChain> before,
        Optional<BigInteger> terminalDifficulty,
        Optional<Long> daoBlock) {
    private static final Pattern TRANSITION =
            Pattern.compile("([A-Za-z0-9]+?)To([A-Z][A-Za-z0-9]*?)At(Time|Diff)?([0-9A-F]+)(k?)");

    /// Source: EIP-6110, `DEPOSIT_CONTRACT_ADDRESS` of mainnet, which test chains share.
    private static final Address DEPOSITS = Address.fromHex("0x00000000219ab540356cbb839cbe05303d7705fa");

    /// Empty where this program does not know a fork.
    static Optional<Network> of(JsonNode test) {
        String name = test.get("network").asString();
        JsonNode config = test.has("config") ? test.get("config") : test;
        ChainId id = new ChainId(config.has("chainid") ? Fields.unsigned(config, "chainid") : 1);
        Matcher transition = TRANSITION.matcher(name);
        if (!transition.matches()) {
            return step(name, 0, 0, config).map(step -> simple(chain(id, List.of(step))));
        }
        boolean byTime = "Time".equals(transition.group(3));
        boolean byDifficulty = "Diff".equals(transition.group(3));
        long at = Long.parseLong(transition.group(4), byDifficulty ? 16 : 10)
                * (transition.group(5).isEmpty() ? 1 : 1000);
        long number = byTime || byDifficulty ? 0 : at;
        Optional<ForkSchedule.Step> first = step(transition.group(1), 0, 0, config);
        Optional<ForkSchedule.Step> second = step(transition.group(2), number, byTime ? at : 0, config);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        if (byDifficulty) {
            return Optional.of(new Network(
                    chain(id, List.of(second.get())),
                    Optional.of(chain(id, List.of(first.get()))),
                    Optional.of(BigInteger.valueOf(at)),
                    Optional.empty()));
        }
        Optional<Long> dao = transition.group(2).equals("Dao") ? Optional.of(at) : Optional.empty();
        return Optional.of(
                new Network(chain(id, List.of(first.get(), second.get())), Optional.empty(), Optional.empty(), dao));
    }

    private static Network simple(EthereumChain chain) {
        return new Network(chain, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static EthereumChain chain(ChainId id, List<ForkSchedule.Step> steps) {
        return new EthereumChain(id, new ForkSchedule(steps), DEPOSITS);
    }

    private static Optional<ForkSchedule.Step> step(String name, long number, long time, JsonNode config) {
        return ForkNames.find(name)
                .map(fork -> new ForkSchedule.Step(number, time, fork, schedule(fork, name, config)));
    }

    /// As the file has it, else the fork's own.
    static BlobSchedule schedule(Fork fork, String forkName, JsonNode config) {
        if (!config.has("blobSchedule") || !config.get("blobSchedule").has(forkName)) {
            return fork.rules().blobs();
        }
        JsonNode schedule = config.get("blobSchedule").get(forkName);
        return new BlobSchedule(
                Fields.unsigned(schedule, "target"),
                Fields.unsigned(schedule, "max"),
                Fields.unsigned(schedule, "baseFeeUpdateFraction"));
    }

    /// The chain whose rules hold after a parent of that total difficulty.
    EthereumChain chainAfter(BigInteger totalDifficulty) {
        boolean early = terminalDifficulty.isPresent() && totalDifficulty.compareTo(terminalDifficulty.get()) < 0;
        return early ? before.orElseThrow() : chain;
    }
}
