package org.lifeboat.conformance.evm;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a refusal is the one a test expects. Clients look at the rules in different orders and draw the
/// lines between them differently: beside the same name, those stand here that name the same defect.
final class Reasons {
    /// By our name, what it may be called without `BlockException.` or `TransactionException.`; a trailing `*`
    /// stands for any ending.
    private static final Map<String, Set<String>> SAME = Map.of(
            // Numbers that do not fit their field, addresses of another length, a part of the block missing.
            "RLP_STRUCTURES_ENCODING",
            Set.of("RLP_*", "GASLIMIT_TOO_BIG", "INCORRECT_BLOCK_FORMAT"),
            // A form the transaction's type does not have: with its blobs, or creating a contract.
            "UNREADABLE_TRANSACTION",
            Set.of(
                    "RLP_*",
                    "TYPE_NOT_SUPPORTED",
                    "TYPE_3_TX_WITH_FULL_BLOBS",
                    "TYPE_3_TX_CONTRACT_CREATION",
                    "TYPE_4_TX_CONTRACT_CREATION"),
            // Told from the header, before the transaction that has too many.
            "BLOB_GAS_USED_ABOVE_LIMIT",
            Set.of("TYPE_3_TX_MAX_BLOB_GAS_ALLOWANCE_EXCEEDED", "TYPE_3_TX_BLOB_COUNT_EXCEEDED"),
            "INVALID_GAS_USED_ABOVE_LIMIT",
            Set.of("GAS_USED_OVERFLOW", "INVALID_GASLIMIT"),
            "UNKNOWN_PARENT",
            Set.of("UNKNOWN_PARENT_ZERO"),
            // Fields of another fork than the block's, or of none.
            "INCORRECT_BLOCK_FORMAT",
            Set.of("RLP_*", "IMPORT_IMPOSSIBLE_*", "INVALID_GASLIMIT"),
            "IMPORT_IMPOSSIBLE_DIFFICULTY_OVER_PARIS",
            Set.of("INVALID_DIFFICULTY", "IMPORT_IMPOSSIBLE_PARIS_WRONG_POW"),
            // What ProofOfWorkRules adds.
            "CHAIN_RULE",
            Set.of("EXTRA_DATA_INVALID_DAO", "INVALID_DIFFICULTY", "IMPORT_IMPOSSIBLE_PARIS_WRONG_POS"),
            "UNCLE",
            Set.of("UNCLE_*", "EXTRA_DATA_INVALID_DAO", "IMPORT_IMPOSSIBLE_*"));

    private Reasons() {}

    /// @param reason a name of ours
    /// @param expected `TransactionException.X` or `BlockException.X`
    static boolean fits(String reason, String expected) {
        String name = expected.substring(expected.indexOf('.') + 1);
        // The older tests' blocks with a wrong transaction have a wrong transactions root as well, which is
        // seen first.
        boolean wrongTwice = reason.equals("INVALID_TRANSACTIONS_ROOT") && expected.startsWith("TransactionException.");
        @Nullable Set<String> known = SAME.get(reason);
        return name.equals(reason)
                || wrongTwice
                || Optional.ofNullable(known).orElse(Set.of()).stream().anyMatch(same -> matches(name, same));
    }

    private static boolean matches(String name, String pattern) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
