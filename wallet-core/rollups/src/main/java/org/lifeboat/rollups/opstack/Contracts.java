package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;

/// The functions of the bridge that somebody signs. Source: optimism, `packages/contracts-bedrock/src/L1/
/// OptimismPortal2.sol`, `src/L2/L2ToL1MessagePasser.sol`, `src/dispute/*`.
final class Contracts {
    private static final String WITHDRAWAL = "(uint256,address,address,uint256,uint256,bytes)";

    private static final String PROVE =
            "proveWithdrawalTransaction(" + WITHDRAWAL + ",uint256,(bytes32,bytes32,bytes32,bytes32),bytes[])";

    private static final String DEPOSIT = "depositTransaction(address,uint256,uint64,bool,bytes)";

    /// `DisputeGameCreated(address indexed,uint32 indexed,bytes32 indexed)`
    private static final Hash32 GAME_CREATED =
            Hash32.fromHex("0x5b565efe82411da98814f356d0e7bcb8f0219b8d970307c5afb4a6903a8b2e35");

    /// Bytes that name a function.
    private static final int SELECTOR = 4;

    private Contracts() {}

    static Optional<Address> gameCreated(List<Hash32> topics) {
        return topics.size() == 4 && topics.getFirst().equals(GAME_CREATED)
                ? Optional.of(topics.get(1).toAddress())
                : Optional.empty();
    }

    static Bytes initiateWithdrawal(Address target, Gas gasLimit, Bytes data) {
        return Abi.call(
                "initiateWithdrawal(address,uint256,bytes)",
                Abi.word(target),
                Abi.word(gasLimit.amount()),
                Abi.text(data));
    }

    /// Whom a call of [#initiateWithdrawal] names; empty for another call.
    static Optional<Address> initiatedFor(Bytes input) {
        boolean known = input.size() >= SELECTOR
                && input.slice(0, SELECTOR).equals(Abi.selector("initiateWithdrawal(address,uint256,bytes)"));
        return known ? Abi.at(input.slice(SELECTOR, input.size()), 0).map(Hash32::toAddress) : Optional.empty();
    }

    /// What a call of [#proveWithdrawal] proves; empty for another call.
    static Optional<Withdrawal> proven(Bytes input) {
        if (input.size() < SELECTOR || !input.slice(0, SELECTOR).equals(Abi.selector(PROVE))) {
            return Optional.empty();
        }
        Optional<Bytes> tuple = Abi.tupleAt(input.slice(SELECTOR, input.size()), 0);
        return tuple.flatMap(Withdrawal::ofFields);
    }

    /// The same of every such call that stands anywhere in an input, as where a wallet of several keys, or a contract
    /// that calls others, passes it on.
    static List<Withdrawal> provenWithin(Bytes input) {
        Bytes selector = Abi.selector(PROVE);
        List<Withdrawal> found = new ArrayList<>();
        for (int from = 0; from + SELECTOR <= input.size(); from++) {
            if (input.at(from) == selector.at(0)
                    && input.slice(from, from + SELECTOR).equals(selector)) {
                proven(input.slice(from, input.size())).ifPresent(found::add);
            }
        }
        return found;
    }

    static Bytes proveWithdrawal(Withdrawal withdrawal, long game, OutputRoot root, List<Bytes> nodes) {
        Abi.Item[] fields = root.fields();
        return Abi.call(
                PROVE,
                Abi.tuple(withdrawal.items()),
                Abi.word(game),
                Abi.tuple(Abi.word(Hash32.ZERO), fields[0], fields[1], fields[2]),
                Abi.texts(nodes));
    }

    static Bytes finalizeWithdrawal(Withdrawal withdrawal) {
        return Abi.call("finalizeWithdrawalTransaction(" + WITHDRAWAL + ")", Abi.tuple(withdrawal.items()));
    }

    static Bytes finalizeWithdrawal(Withdrawal withdrawal, Address prover) {
        return Abi.call(
                "finalizeWithdrawalTransactionExternalProof(" + WITHDRAWAL + ",address)",
                Abi.tuple(withdrawal.items()),
                Abi.word(prover));
    }

    static Bytes createGame(long type, Hash32 root, L2Block block) {
        return Abi.call(
                "create(uint32,bytes32,bytes)",
                Abi.word(type),
                Abi.word(root),
                Abi.text(Abi.encode(Abi.word(block.number()))));
    }

    static Bytes resolve() {
        return Abi.call("resolve()");
    }

    /// @param claim whose branch is settled
    /// @param most how many claims at most are settled by this call
    static Bytes resolveClaim(long claim, long most) {
        return Abi.call("resolveClaim(uint256,uint256)", Abi.word(claim), Abi.word(most));
    }

    /// @param disputed the value of the claim that is countered, so that nobody counters another one by
    /// mistake
    static Bytes move(Hash32 disputed, long parent, Hash32 value, boolean attack) {
        return Abi.call(
                attack ? "attack(bytes32,uint256,bytes32)" : "defend(bytes32,uint256,bytes32)",
                Abi.word(disputed),
                Abi.word(parent),
                Abi.word(value));
    }

    /// @param header of the block of `root`, whose number is not the claimed one
    static Bytes challengeNumber(OutputRoot root, Bytes header) {
        Abi.Item[] fields = root.fields();
        return Abi.call(
                "challengeRootL2Block((bytes32,bytes32,bytes32,bytes32),bytes)",
                Abi.tuple(Abi.word(Hash32.ZERO), fields[0], fields[1], fields[2]),
                Abi.text(header));
    }

    static Bytes claimCredit(Address owner) {
        return Abi.call("claimCredit(address)", Abi.word(owner));
    }

    /// Whether it is a call of [#depositTransaction].
    static boolean isDeposit(Bytes input) {
        return input.size() >= SELECTOR && input.slice(0, SELECTOR).equals(Abi.selector(DEPOSIT));
    }

    /// What a call of [#depositTransaction] carries out on the L2.
    static Optional<L1Call> deposited(Bytes input) {
        if (!isDeposit(input)) {
            return Optional.empty();
        }
        Bytes words = input.slice(SELECTOR, input.size());
        return movedBy(input)
                .flatMap(value ->
                        Abi.textAt(words, 4).map(data -> new L1Call(TokenMessages.address(words, 0), value, data)));
    }

    /// The second argument of a call of [#depositTransaction].
    static Optional<Wei> movedBy(Bytes input) {
        return isDeposit(input)
                ? Abi.at(input.slice(SELECTOR, input.size()), 1)
                        .map(Hash32::toNumber)
                        .map(Wei::new)
                : Optional.empty();
    }

    static Bytes depositTransaction(Address to, Wei value, Gas gasLimit, Bytes data) {
        return Abi.call(
                DEPOSIT,
                Abi.word(to),
                Abi.word(value.value()),
                Abi.word(gasLimit.amount()),
                Abi.word(BigInteger.ZERO),
                Abi.text(data));
    }
}
