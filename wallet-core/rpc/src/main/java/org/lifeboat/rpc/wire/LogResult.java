package org.lifeboat.rpc.wire;

import java.util.List;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.primitives.Hash32;

/// Reads event logs: of `eth_getLogs`, and those in a receipt.
final class LogResult {
    private LogResult() {}

    static List<LogClaim> read(Query.LogsOf asked, Value logs) {
        List<LogClaim> claims = logs.list(LogResult::log);
        for (LogClaim log : claims) {
            boolean inRange = log.blockNumber() >= asked.fromBlock() && log.blockNumber() <= asked.toBlock();
            boolean fromAsked = asked.addresses().isEmpty() || asked.addresses().contains(log.emitter());
            if (!inRange || !fromAsked || !topicsFit(asked.topics(), log.topics())) {
                throw WrongAnswer.mismatched("the answer holds an event that was not asked for");
            }
        }
        return claims;
    }

    private static boolean topicsFit(List<List<Hash32>> accepted, List<Hash32> topics) {
        if (topics.size() < accepted.size()) {
            return false;
        }
        for (int i = 0; i < accepted.size(); i++) {
            if (!accepted.get(i).isEmpty() && !accepted.get(i).contains(topics.get(i))) {
                return false;
            }
        }
        return true;
    }

    static LogClaim ofReceipt(Hash32 transaction, Value value) {
        LogClaim log = log(value);
        Result.same(transaction, log.transaction(), "transaction");
        return log;
    }

    private static LogClaim log(Value log) {
        return new LogClaim(
                log.member("address").address(),
                log.member("topics").list(Value::word),
                log.member("data").bytes(),
                log.member("blockNumber").number(),
                log.member("blockHash").word(),
                log.member("transactionHash").word(),
                log.member("logIndex").number());
    }
}
