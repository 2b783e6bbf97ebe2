package org.lifeboat.testkit.liar;

/// One thing that is changed on its way. Everything else in the answer stays true.
public enum Lie {
    NONE(Kind.TRUTH),

    CHAIN_ID(Kind.CHAIN),

    BALANCE(Kind.STATE),
    NONCE(Kind.STATE),
    CODE(Kind.STATE),
    CODE_HASH(Kind.STATE),
    STORAGE_HASH(Kind.STATE),
    STORAGE_VALUE(Kind.STATE),
    /// One bit in the node at this place of the account proof; in the last node where there are fewer.
    ACCOUNT_PROOF_NODE_0(Kind.STATE),
    ACCOUNT_PROOF_NODE_1(Kind.STATE),
    ACCOUNT_PROOF_NODE_2(Kind.STATE),
    ACCOUNT_PROOF_LAST_NODE_MISSING(Kind.STATE),
    STORAGE_PROOF_NODE_0(Kind.STATE),
    STORAGE_PROOF_NODE_1(Kind.STATE),
    STORAGE_PROOF_LAST_NODE_MISSING(Kind.STATE),

    BLOCK_HASH(Kind.HEADER, "hash"),
    PARENT_HASH(Kind.HEADER, "parentHash"),
    HEADER_UNCLES(Kind.HEADER, "sha3Uncles"),
    HEADER_MINER(Kind.HEADER, "miner"),
    HEADER_STATE_ROOT(Kind.HEADER, "stateRoot"),
    HEADER_TRANSACTIONS_ROOT(Kind.HEADER, "transactionsRoot"),
    HEADER_RECEIPTS_ROOT(Kind.HEADER, "receiptsRoot"),
    HEADER_LOGS_BLOOM(Kind.HEADER, "logsBloom"),
    HEADER_DIFFICULTY(Kind.HEADER, "difficulty"),
    HEADER_NUMBER(Kind.HEADER, "number"),
    HEADER_GAS_LIMIT(Kind.HEADER, "gasLimit"),
    HEADER_GAS_USED(Kind.HEADER, "gasUsed"),
    HEADER_TIMESTAMP(Kind.HEADER, "timestamp"),
    HEADER_EXTRA_DATA(Kind.HEADER, "extraData"),
    HEADER_MIX_HASH(Kind.HEADER, "mixHash"),
    HEADER_NONCE(Kind.HEADER, "nonce"),
    HEADER_BASE_FEE(Kind.HEADER, "baseFeePerGas"),
    HEADER_WITHDRAWALS_ROOT(Kind.HEADER, "withdrawalsRoot"),
    HEADER_BLOB_GAS_USED(Kind.HEADER, "blobGasUsed"),
    HEADER_EXCESS_BLOB_GAS(Kind.HEADER, "excessBlobGas"),
    HEADER_PARENT_BEACON_ROOT(Kind.HEADER, "parentBeaconBlockRoot"),
    HEADER_REQUESTS_HASH(Kind.HEADER, "requestsHash"),
    /// A member that no fork has brought yet; not false by itself, but nothing may be proven through it.
    HEADER_UNKNOWN_FIELD(Kind.HEADER, "rootOfTheFuture"),

    /// The access list names another contract, and slots nobody reads.
    ACCESS_LIST(Kind.ASIDE),
    /// The parent of a block that is asked for by its number.
    ANCESTOR(Kind.ASIDE, "parentHash"),

    RECEIPT_STATUS(Kind.RECEIPT, "status"),
    RECEIPT_BLOCK_HASH(Kind.RECEIPT, "blockHash"),
    RECEIPT_BLOCK_NUMBER(Kind.RECEIPT, "blockNumber"),
    RECEIPT_GAS_USED(Kind.RECEIPT, "gasUsed"),
    RECEIPT_GAS_PRICE(Kind.RECEIPT, "effectiveGasPrice"),
    /// How each transaction of the block ended, in `eth_getBlockReceipts`.
    BLOCK_RECEIPTS(Kind.BLOCK),
    /// The last transaction of a block that is given whole.
    BLOCK_TRANSACTION_LEFT_OUT(Kind.BLOCK),

    /// The nonce with what waits, five too many.
    PENDING_NONCE(Kind.PAYMENT),
    FEE_HISTORY_LOW(Kind.PAYMENT),
    FEE_HISTORY_ABSURD(Kind.PAYMENT),
    GAS_ESTIMATE_LOW(Kind.PAYMENT),
    GAS_ESTIMATE_HIGH(Kind.PAYMENT),
    GAS_ESTIMATE_ABSURD(Kind.PAYMENT),
    /// The hash of something else, for a transaction that was handed over.
    SENT_HASH(Kind.PAYMENT),

    TOKEN_DECIMALS(Kind.TOKEN),
    TOKEN_SYMBOL(Kind.TOKEN),
    TOKEN_BALANCE(Kind.TOKEN),

    OTHER_ACCOUNT(Kind.MATCHING),
    OTHER_TRANSACTION(Kind.MATCHING),
    ID_WRONG(Kind.MATCHING),
    ID_MISSING(Kind.MATCHING),
    /// In a batch: the last answer carries the first one's id. Alone: as [#ID_WRONG].
    ID_DOUBLED(Kind.MATCHING),
    /// In a batch: the last answer is left out. Alone: an empty list.
    ANSWER_LEFT_OUT(Kind.MATCHING),
    /// In a batch: one answer more than was asked. Alone: a list of two.
    ANSWER_TOO_MANY(Kind.MATCHING),

    NULL_RESULT(Kind.FORM),
    RESULT_AND_ERROR(Kind.FORM),
    NEITHER_RESULT_NOR_ERROR(Kind.FORM),
    NEGATIVE_NUMBER(Kind.FORM),
    LEADING_ZEROS(Kind.FORM),
    HUGE_NUMBER(Kind.FORM),
    NO_HEX(Kind.FORM),
    CUT_OFF_BODY(Kind.FORM),
    HTML(Kind.FORM),
    EMPTY_BODY(Kind.FORM),
    INVALID_UTF8(Kind.FORM),
    NESTING_BOMB(Kind.FORM),
    GZIP_BOMB(Kind.FORM),
    DOUBLED_MEMBER(Kind.FORM),

    ENDLESS_BODY(Kind.TRANSPORT),
    SLOW_DRIP(Kind.TRANSPORT),
    HTTP_500(Kind.TRANSPORT),
    HTTP_404(Kind.TRANSPORT),
    HTTP_429(Kind.TRANSPORT),
    REDIRECT(Kind.TRANSPORT),
    CONNECTION_CLOSED(Kind.TRANSPORT);

    /// What it takes to catch the lie.
    public enum Kind {
        TRUTH,
        /// Comparing the chain id.
        CHAIN,
        /// Checking a proof.
        STATE,
        /// Recomputing the block's hash.
        HEADER,
        /// What only some flows ask: a hint, or a block below the newest.
        ASIDE,
        /// A receipt is a claim until it is proven against its block.
        RECEIPT,
        /// Rebuilding the block's tries.
        BLOCK,
        /// Holding it against what can be proven, against bounds, or against what was signed.
        PAYMENT,
        /// What a token says of itself cannot be proven without running its code.
        TOKEN,
        /// Comparing the answer with the question.
        MATCHING,
        /// Reading the answer strictly.
        FORM,
        /// Deadlines, bounds and HTTP.
        TRANSPORT
    }

    private final Kind kind;
    private final String member;

    Lie(Kind kind) {
        this(kind, "");
    }

    Lie(Kind kind, String member) {
        this.kind = kind;
        this.member = member;
    }

    public Kind kind() {
        return kind;
    }

    /// The member of the block or receipt that is changed; empty for other lies.
    public String member() {
        return member;
    }
}
