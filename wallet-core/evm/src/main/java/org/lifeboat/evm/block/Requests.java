package org.lifeboat.evm.block;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.state.Log;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// What a block asks of the beacon chain (EIP-7685): a type byte and the request's data, each.
/// @param requests those that are not empty, by type
public record Requests(List<Bytes> requests) {
    /// Source: EIP-6110, EIP-7002, EIP-7251: `*_REQUEST_TYPE`. Since: Prague.
    private static final byte DEPOSITS = 0;

    private static final byte WITHDRAWALS = 1;
    private static final byte CONSOLIDATIONS = 2;

    /// Source: EIP-6110, `DEPOSIT_EVENT_SIGNATURE_HASH`. Since: Prague.
    private static final Hash32 DEPOSIT_EVENT =
            Hash32.fromHex("0x649bbc62d0e31342afea4e5cd82d4049e7e1ee912fc0889aa790803be39038c5");

    /// Source: EIP-6110, "Block validity", `is_valid_deposit_event_data`: five fields, where each begins and
    /// how long it is.
    private static final int EVENT_SIZE = 576;

    private static final int[] OFFSETS = {160, 256, 320, 384, 512};
    private static final int[] SIZES = {48, 32, 8, 96, 8};

    public Requests {
        requests = List.copyOf(requests);
    }

    /// @param deposits the data of [#deposits]
    /// @param withdrawals what [SystemCalls#takeWithdrawalRequests] gave
    /// @param consolidations what [SystemCalls#takeConsolidationRequests] gave
    public static Requests of(Bytes deposits, Bytes withdrawals, Bytes consolidations) {
        List<Bytes> all = new ArrayList<>();
        add(all, DEPOSITS, deposits);
        add(all, WITHDRAWALS, withdrawals);
        add(all, CONSOLIDATIONS, consolidations);
        return new Requests(all);
    }

    private static void add(List<Bytes> all, byte type, Bytes data) {
        if (!data.isEmpty()) {
            all.add(Bytes.of(type).plus(data));
        }
    }

    /// The deposits that the logs of a block's transactions tell of (EIP-6110).
    /// @param contract the chain's deposit contract
    /// @return empty if one of its events is laid out wrongly, which makes the block invalid
    public static Optional<Bytes> deposits(List<Log> logs, Address contract) {
        ByteArrayOutputStream deposits = new ByteArrayOutputStream();
        for (Log log : logs) {
            boolean deposit = log.account().equals(contract)
                    && !log.topics().isEmpty()
                    && log.topics().getFirst().equals(DEPOSIT_EVENT);
            if (deposit && !add(log.data(), deposits)) {
                return Optional.empty();
            }
        }
        return Optional.of(Bytes.of(deposits.toByteArray()));
    }

    private static boolean add(Bytes event, ByteArrayOutputStream deposits) {
        if (event.size() != EVENT_SIZE) {
            return false;
        }
        for (int i = 0; i < OFFSETS.length; i++) {
            if (!isNumber(event, 32 * i, OFFSETS[i]) || !isNumber(event, OFFSETS[i], SIZES[i])) {
                return false;
            }
            int from = OFFSETS[i] + 32;
            deposits.writeBytes(event.slice(from, from + SIZES[i]).toArray());
        }
        return true;
    }

    private static boolean isNumber(Bytes event, int at, int expected) {
        BigInteger number = new BigInteger(1, event.slice(at, at + 32).toArray());
        return number.equals(BigInteger.valueOf(expected));
    }

    /// `requests_hash` of EIP-7685: SHA-256 over the SHA-256 of each.
    public Hash32 hash() {
        MessageDigest outer = sha256();
        requests.forEach(request -> outer.update(sha256().digest(request.toArray())));
        return Hash32.of(outer.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
