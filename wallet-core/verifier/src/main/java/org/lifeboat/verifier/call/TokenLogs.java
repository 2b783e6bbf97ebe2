package org.lifeboat.verifier.call;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.evm.state.Log;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// Reads the events of token contracts. What does not decode exactly is passed over.
/// Source: ERC-20, ERC-721, ERC-1155, "Specification", the events.
final class TokenLogs {
    private static final Hash32 TRANSFER = topic("Transfer(address,address,uint256)");
    private static final Hash32 TRANSFER_SINGLE = topic("TransferSingle(address,address,address,uint256,uint256)");
    private static final Hash32 TRANSFER_BATCH = topic("TransferBatch(address,address,address,uint256[],uint256[])");
    private static final Hash32 APPROVAL = topic("Approval(address,address,uint256)");
    private static final Hash32 APPROVAL_FOR_ALL = topic("ApprovalForAll(address,address,bool)");

    private static final int WORD = Hash32.SIZE;

    private final List<Effects.TokenMove> moves = new ArrayList<>();
    private final List<Effects.TokenApproval> approvals = new ArrayList<>();

    private TokenLogs() {}

    static TokenLogs of(List<Log> logs) {
        TokenLogs read = new TokenLogs();
        logs.forEach(read::read);
        return read;
    }

    List<Effects.TokenMove> moves() {
        return moves;
    }

    List<Effects.TokenApproval> approvals() {
        return approvals;
    }

    private void read(Log log) {
        if (log.topics().isEmpty()) {
            return;
        }
        Hash32 event = log.topics().getFirst();
        int indexed = log.topics().size() - 1;
        int words = log.data().size() / WORD;
        boolean whole = log.data().size() % WORD == 0;
        if (!whole) {
            return;
        }
        if (event.equals(TRANSFER)) {
            transfer(log, indexed, words);
        } else if (event.equals(TRANSFER_SINGLE) && indexed == 3 && words == 2) {
            moves.add(new Effects.TokenMove.Several(
                    log.account(), party(log, 2), party(log, 3), word(log, 0), word(log, 1)));
        } else if (event.equals(TRANSFER_BATCH) && indexed == 3) {
            batch(log, words);
        } else if (event.equals(APPROVAL)) {
            approval(log, indexed, words);
        } else if (event.equals(APPROVAL_FOR_ALL) && indexed == 2 && words == 1) {
            boolean approved = word(log, 0).signum() != 0;
            approvals.add(new Effects.TokenApproval.All(log.account(), party(log, 1), party(log, 2), approved));
        }
    }

    private void transfer(Log log, int indexed, int words) {
        if (indexed == 2 && words == 1) {
            moves.add(new Effects.TokenMove.Fungible(log.account(), party(log, 1), party(log, 2), word(log, 0)));
        } else if (indexed == 3 && words == 0) {
            BigInteger id = log.topics().get(3).toNumber();
            moves.add(new Effects.TokenMove.Single(log.account(), party(log, 1), party(log, 2), id));
        }
    }

    private void approval(Log log, int indexed, int words) {
        if (indexed == 2 && words == 1) {
            approvals.add(new Effects.TokenApproval.Amount(log.account(), party(log, 1), party(log, 2), word(log, 0)));
        } else if (indexed == 3 && words == 0) {
            BigInteger id = log.topics().get(3).toNumber();
            approvals.add(new Effects.TokenApproval.Single(log.account(), party(log, 1), party(log, 2), id));
        }
    }

    /// Two arrays of one length, as every compiler lays them out: offsets, then the first array, then the
    /// second.
    private void batch(Log log, int words) {
        if (words < 4 || (words - 4) % 2 != 0) {
            return;
        }
        int count = (words - 4) / 2;
        boolean laidOut = word(log, 0).equals(BigInteger.valueOf(2L * WORD))
                && word(log, 1).equals(BigInteger.valueOf((3L + count) * WORD))
                && word(log, 2).equals(BigInteger.valueOf(count))
                && word(log, 3 + count).equals(BigInteger.valueOf(count));
        for (int i = 0; laidOut && i < count; i++) {
            moves.add(new Effects.TokenMove.Several(
                    log.account(), party(log, 2), party(log, 3), word(log, 3 + i), word(log, 4 + count + i)));
        }
    }

    private static Address party(Log log, int topic) {
        return log.topics().get(topic).toAddress();
    }

    private static BigInteger word(Log log, int index) {
        return new BigInteger(
                1, log.data().slice(index * WORD, (index + 1) * WORD).toArray());
    }

    private static Hash32 topic(String signature) {
        return Keccak256.hash(Bytes.of(signature.getBytes(StandardCharsets.US_ASCII)));
    }
}
