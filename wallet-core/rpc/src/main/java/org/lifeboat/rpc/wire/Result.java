package org.lifeboat.rpc.wire;

import java.util.List;
import org.lifeboat.engine.source.Query;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.AccessListEntry;
import tools.jackson.databind.JsonNode;

/// Reads the `result` of a call into the claim that the query promises.
public final class Result {
    private Result() {}

    /// @return a value of the query's own type
    /// @throws WrongAnswer if the result has another shape, or answers another question
    public static Object read(Query<?> query, JsonNode result) {
        Value value = new Value(result, "the result");
        return switch (query) {
            case Query.ChainIdOf _ -> value.number();
            case Query.HeaderOf(var block) -> HeaderResult.read(block, value);
            case Query.ProofOf(Address account, List<Hash32> slots, var _) -> ProofResult.read(account, slots, value);
            case Query.BalanceOf _, Query.GasPriceOf _ -> value.wei();
            case Query.NonceOf _ -> value.nonce();
            case Query.CodeOf _ -> value.bytes();
            case Query.StorageOf _, Query.SendRaw _ -> value.word();
            case Query.CallOf _ -> value.bytes();
            case Query.GasFor _ -> value.gas();
            case Query.AccessListOf _ -> value.member("accessList").list(Result::accessListEntry);
            case Query.FeeHistoryOf fees -> FeeResult.read(fees, value);
            case Query.ReceiptOf(Hash32 transaction) -> ReceiptResult.read(transaction, value);
            case Query.TransactionOf(Hash32 transaction) -> ReceiptResult.readTransaction(transaction, value);
            case Query.LogsOf logs -> LogResult.read(logs, value);
            case Query.Probe _ -> result.toString();
        };
    }

    private static AccessListEntry accessListEntry(Value entry) {
        return new AccessListEntry(
                entry.member("address").address(), entry.member("storageKeys").list(Value::word));
    }

    static <T> T same(T asked, T answered, String what) {
        if (!asked.equals(answered)) {
            throw WrongAnswer.mismatched("the answer is about another " + what + " than was asked");
        }
        return answered;
    }
}
