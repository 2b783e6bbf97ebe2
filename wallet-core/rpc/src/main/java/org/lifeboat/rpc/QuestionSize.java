package org.lifeboat.rpc;

import org.lifeboat.engine.source.Query;

/// How long a question is in the body of a request, in bytes; rather too much than too little, without
/// writing it.
final class QuestionSize {
    /// The envelope, a method's name, an address and a block by its hash.
    private static final int PLAIN = 320;

    /// A 32-byte word as hexadecimal text, with its quotes and comma.
    private static final int WORD = 70;

    private QuestionSize() {}

    static long of(Query<?> query) {
        return PLAIN
                + switch (query) {
                    case Query.ProofOf proof -> (long) WORD * proof.slots().size();
                    case Query.CallOf call -> 2L * call.call().data().size();
                    case Query.GasFor gas -> 2L * gas.call().data().size();
                    case Query.AccessListOf list -> 2L * list.call().data().size();
                    case Query.SendRaw send -> 2L * send.transaction().size();
                    case Query.LogsOf logs ->
                        (long) WORD
                                * (logs.addresses().size()
                                        + logs.topics().stream()
                                                .mapToInt(accepted -> accepted.size() + 1)
                                                .sum());
                    case Query.Probe probe -> probe.parametersJson().length();
                    case Query.ChainIdOf _,
                            Query.HeaderOf _,
                            Query.BalanceOf _,
                            Query.NonceOf _,
                            Query.CodeOf _,
                            Query.StorageOf _,
                            Query.FeeHistoryOf _,
                            Query.GasPriceOf _,
                            Query.ReceiptOf _,
                            Query.TransactionOf _ -> 0;
                };
    }
}
