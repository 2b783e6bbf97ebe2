package org.lifeboat.store;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// Records for the tests of this module.
final class Samples {
    static final ChainId OP = new ChainId(10);
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    static final BigInteger LARGEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    static final Health.Caught CAUGHT =
            new Health.Caught(NOON, new Refutation("BALANCE", "0x000000000000000000000000000000000000dEaD", "5", "3"));

    private Samples() {}

    static ProfileStore open(Path file) {
        return switch (ProfileStore.open(file)) {
            case Opening.Opened(ProfileStore store) -> store;
            case Opening.Damaged damaged -> throw new AssertionError(damaged);
            case Opening.UpdateNeeded newer -> throw new AssertionError(newer);
        };
    }

    static Address address(int number) {
        return Hash32.ofNumber(number).toAddress();
    }

    static BlockRef block(long number) {
        return new BlockRef(number, Hash32.ofNumber(number + 7), 1_700_000_000 + number);
    }

    static Account account(int number) {
        return new Account(
                address(number),
                "Savings " + number,
                new Account.Kind.Derived("m/44'/60'/0'/0/" + number),
                number,
                false);
    }

    static RequestLog.Entry request(int number) {
        return new RequestLog.Entry(
                NOON.plusSeconds(number),
                OP,
                "op.example",
                Purpose.READ_BALANCES,
                new TreeMap<>(Map.of("eth_getProof", 12, "eth_chainId", 1)),
                900,
                12_000L + number,
                Duration.ofMillis(180),
                "ok");
    }

    static Contact contact(int number) {
        return new Contact("Friend " + number, address(number), Set.of(ChainId.ETHEREUM, OP), "", Optional.empty());
    }

    /// The readings of ten accounts and thirty tokens, all of one amount.
    static List<StoredReading> refresh(int units) {
        return IntStream.range(0, 300)
                .mapToObj(position -> new StoredReading(
                        OP,
                        address(1 + position / 30),
                        Optional.of(address(1_000 + position % 30)),
                        Assurance.MATCHED,
                        block(units),
                        BigInteger.valueOf(units),
                        NOON,
                        new SourceId(OP, "https://op.example/key")))
                .toList();
    }

    static StoredReading reading(Assurance assurance, BigInteger units) {
        return new StoredReading(
                OP,
                address(1),
                Optional.empty(),
                assurance,
                block(5),
                units,
                NOON,
                new SourceId(OP, "https://op.example/key"));
    }

    static OwnTransaction transaction(int number) {
        return new OwnTransaction(
                number % 2 == 0 ? ChainId.ETHEREUM : OP,
                Hash32.ofNumber(1_000_000 + number),
                address(number % 5),
                new Nonce(number),
                OwnTransaction.Kind.SEND,
                Bytes.fromHex("0x02f86b"),
                Optional.of(address(number % 50)),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.valueOf(number),
                FeeParts.ofExecution(Wei.of(21_000)),
                Optional.empty(),
                new Status.Saved(),
                "",
                NOON.plusSeconds(number),
                NOON.plusSeconds(number));
    }
}
