package org.lifeboat.engine.abi;

import com.esaulpaugh.headlong.abi.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// Many reads in one `eth_call` (github.com/mds1/multicall, `Multicall3.sol`, `aggregate3`).
/// Nothing is believed because of it: what comes back is still one server's claim.
public final class Multicall3 {
    /// The address on every chain that the project lists; a chain may lack it.
    /// Source: github.com/mds1/multicall, README, "Multicall3 Contract Addresses".
    public static final Address ADDRESS = Address.fromHex("0xcA11bde05977b3631167028862bE2a173976CA11");

    private static final AbiFunction AGGREGATE =
            new AbiFunction("aggregate3((address,bool,bytes)[])", "((bool,bytes)[])");

    private Multicall3() {}

    /// One read inside an aggregate.
    public record Read(Address target, Bytes data) {}

    /// What one read came back with; a failed read does not fail its neighbours.
    public record Result(boolean succeeded, Bytes returned) {}

    public static Bytes aggregate(List<Read> reads) {
        Tuple[] calls = reads.stream()
                .map(read -> Tuple.of(
                        AbiFunction.wrap(read.target()), true, read.data().toArray()))
                .toArray(Tuple[]::new);
        return AGGREGATE.call((Object) calls);
    }

    /// @param expected how many reads were asked
    /// @return one result a read in order, or empty if the answer is malformed or of another length
    public static Optional<List<Result>> results(Bytes returned, int expected) {
        return AGGREGATE.results(returned).flatMap(tuple -> {
            Tuple[] rows = tuple.get(0);
            if (rows.length != expected) {
                return Optional.empty();
            }
            List<Result> results = new ArrayList<>(expected);
            for (Tuple row : rows) {
                boolean succeeded = row.get(0);
                byte[] data = row.get(1);
                results.add(new Result(succeeded, Bytes.of(data)));
            }
            return Optional.of(results);
        });
    }
}
