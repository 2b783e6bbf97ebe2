package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.abi.Multicall3;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// Reads token balances by `balanceOf`: the contract's own answer as one server computes it, unchecked.
final class TokenCalls {
    /// From this many reads on, one aggregate is asked instead: servers count calls, not requests.
    static final int WORTH_AN_AGGREGATE = 12;

    /// One read in an aggregate, as hexadecimal text: seven words (the offset of the tuple, its address,
    /// flag, offset and length, and two words of call data).
    private static final int READ_BYTES = 7 * 64;

    /// What stands around the reads.
    private static final int CALL_BYTES = 1_024;

    private final Map<Position, BigInteger> amounts = new LinkedHashMap<>();
    private final Map<Position, Note> problems = new LinkedHashMap<>();
    private boolean aggregateFailed;

    /// What came back, by position.
    Map<Position, BigInteger> amounts() {
        return amounts;
    }

    /// Why there is no amount, by position; positions inside a failed aggregate are in neither map.
    Map<Position, Note> problems() {
        return problems;
    }

    boolean aggregateFailed() {
        return aggregateFailed;
    }

    void addOneByOne(Batch batch, List<Position> positions, BlockSelector block) {
        for (Position position : positions) {
            Bytes data = Erc20.balanceOf(position.account());
            batch.add(new Query.CallOf(CallRequest.read(contract(position), data), block), reply -> {
                switch (reply) {
                    case Reply.Got<Bytes>(Bytes returned) -> take(position, returned);
                    case Reply.Refused<Bytes> refused ->
                        problems.put(position, Note.of(Note.Kind.NOT_A_TOKEN, refused.problem()));
                    case Reply.Failed<Bytes> failed ->
                        problems.put(position, Note.of(Note.Kind.PROOF_INCOMPLETE, failed.problem()));
                }
            });
        }
    }

    /// @param requestBytes what one request may hold; more reads than fit go in several aggregates
    void addAggregates(Batch batch, List<Position> positions, BlockSelector block, int requestBytes) {
        int most = Math.max(1, (requestBytes - CALL_BYTES) / READ_BYTES);
        for (int from = 0; from < positions.size(); from += most) {
            addAggregate(batch, positions.subList(from, Math.min(positions.size(), from + most)), block);
        }
    }

    private void addAggregate(Batch batch, List<Position> positions, BlockSelector block) {
        List<Multicall3.Read> reads = positions.stream()
                .map(position -> new Multicall3.Read(contract(position), Erc20.balanceOf(position.account())))
                .toList();
        CallRequest call = CallRequest.read(Multicall3.ADDRESS, Multicall3.aggregate(reads));
        batch.add(new Query.CallOf(call, block), reply -> {
            Optional<List<Multicall3.Result>> results =
                    reply.got().flatMap(returned -> Multicall3.results(returned, positions.size()));
            aggregateFailed |= results.isEmpty();
            results.ifPresent(all -> spread(positions, all));
        });
    }

    private void spread(List<Position> positions, List<Multicall3.Result> results) {
        for (int i = 0; i < positions.size(); i++) {
            Multicall3.Result result = results.get(i);
            if (result.succeeded()) {
                take(positions.get(i), result.returned());
            } else {
                problems.put(positions.get(i), Note.of(Note.Kind.NOT_A_TOKEN, "its balanceOf reverts"));
            }
        }
    }

    private void take(Position position, Bytes returned) {
        AbiFunction.word(returned)
                .ifPresentOrElse(
                        amount -> amounts.put(position, amount),
                        () -> problems.put(
                                position,
                                Note.of(
                                        Note.Kind.NOT_A_TOKEN,
                                        "its balanceOf returns " + returned.size() + " bytes instead of 32")));
    }

    private static Address contract(Position position) {
        return position.asset().contract().orElseThrow();
    }
}
