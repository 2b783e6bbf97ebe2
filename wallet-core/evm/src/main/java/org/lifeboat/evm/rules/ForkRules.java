package org.lifeboat.evm.rules;

import java.util.Arrays;

/// One fork, whole: its instructions and its numbers. Fields are named as the rows of [LimitTable].
public final class ForkRules {
    /// For each instruction byte: fixed gas in the low 32 bits, then 16 bits of least and 16 bits of greatest
    /// stack height before it, both in limbs. An instruction the fork does not have asks for what no stack
    /// offers. Shared for speed; nobody writes to it.
    public final long[] instructions = new long[256];

    public final Fork fork;

    /// EIP-2: too little gas for the code deposit fails the creation (0: leaves no code).
    public final boolean createDepositRequired;

    /// EIP-2: extra intrinsic gas of a creation.
    public final long createTransactionGas;

    /// EIP-150: a caller keeps 1/64 of its gas (0: asking too much fails).
    public final boolean oneSixtyFourthKept;

    /// EIP-161: touched empty accounts vanish; only dead accounts cost extra.
    public final boolean emptyAccountsCleared;

    /// EIP-161.
    public final long firstContractNonce;

    /// EIP-160: per byte of the exponent.
    public final long expByteGas;

    /// EIP-170: bytes of deployed code.
    public final long codeSizeLimit;

    /// EIP-150: SELFDESTRUCT that makes an account.
    public final long selfDestructAccountGas;

    /// EIP-3529 removed it.
    public final long selfDestructRefund;

    /// EIP-6780: only what this transaction created is destroyed.
    public final boolean selfDestructOnlyNew;

    /// EIP-3529: at most 1/n of the gas used comes back.
    public final long refundQuotient;

    /// EIP-1283, EIP-2200: SSTORE priced by original, current and new value.
    public final boolean storeNetMetered;

    /// SSTORE that changes nothing, or a slot changed before.
    public final long storeNoopGas;

    /// SSTORE_RESET_GAS.
    public final long storeResetGas;

    /// EIP-2200: with this much gas or less SSTORE fails.
    public final long storeSentryGas;

    /// EIP-3529: SSTORE_CLEARS_SCHEDULE.
    public final long storeClearRefund;

    /// EIP-2929: COLD_ACCOUNT_ACCESS_COST - WARM_STORAGE_READ_COST.
    public final long coldAccountGas;

    /// EIP-2929: COLD_SLOAD_COST - WARM_STORAGE_READ_COST.
    public final long coldSlotGas;

    /// EIP-2929: access lists and warm addresses exist.
    public final boolean coldTracked;

    /// EIP-3651.
    public final boolean warmCoinbase;

    /// EIP-2028: intrinsic gas of a non-zero byte of call data.
    public final long nonZeroByteGas;

    /// EIP-7623: TOTAL_COST_FLOOR_PER_TOKEN.
    public final long floorTokenGas;

    /// EIP-3541: deployed code must not start with 0xef.
    public final boolean rejectsEf;

    /// EIP-3860: MAX_INITCODE_SIZE.
    public final long initCodeLimit;

    /// EIP-3860: INITCODE_WORD_COST.
    public final long initCodeWordGas;

    /// EIP-7825.
    public final long transactionGasCap;

    /// EIP-7934: bytes of a whole block's RLP.
    public final long blockSizeLimit;

    /// EIP-2930, 1559, 4844, 7702.
    public final long newestTransactionType;

    /// EIP-1559: there is a base fee.
    public final boolean baseFee;

    /// EIP-4399: PREVRANDAO in place of the difficulty.
    public final boolean randomness;

    /// EIP-7702: code 0xef0100 || address delegates.
    public final boolean delegation;

    /// EIP-7594; before: as many as a block may hold.
    public final long blobsPerTransaction;

    /// EIP-4844, EIP-7691: blobs a block; where a chain has its own schedule, that counts.
    public final long blobTarget;

    /// EIP-4844, EIP-7691.
    public final long blobMaximum;

    /// EIP-4844, EIP-7691: BLOB_BASE_FEE_UPDATE_FRACTION.
    public final long blobFraction;

    /// EIP-7918: BLOB_BASE_COST.
    public final long blobReserve;

    /// Contracts 1 to n.
    public final long precompiles;

    /// EIP-7951: P256VERIFY at 0x100 (0: not there).
    public final long p256Gas;

    /// Price by EIP-198, EIP-2565 or EIP-7883.
    public final long modexpRule;

    /// EIP-196, EIP-1108.
    public final long bnAddGas;

    /// EIP-196, EIP-1108.
    public final long bnMulGas;

    /// EIP-197, EIP-1108.
    public final long bnPairingGas;

    /// EIP-197, EIP-1108: each pair.
    public final long bnPairGas;

    /// EIP-4895.
    public final boolean withdrawals;

    /// EIP-4788: system call before the block.
    public final boolean beaconRoots;

    /// EIP-2935: system call before the block.
    public final boolean historyStorage;

    /// EIP-6110, 7002, 7251, 7685: after the block.
    public final boolean requests;

    ForkRules(Fork fork) {
        this.fork = fork;
        Column limits = new Column(fork);
        createDepositRequired = limits.flag("createDepositRequired");
        createTransactionGas = limits.number("createTransactionGas");
        oneSixtyFourthKept = limits.flag("oneSixtyFourthKept");
        emptyAccountsCleared = limits.flag("emptyAccountsCleared");
        firstContractNonce = limits.number("firstContractNonce");
        expByteGas = limits.number("expByteGas");
        codeSizeLimit = limits.number("codeSizeLimit");
        selfDestructAccountGas = limits.number("selfDestructAccountGas");
        selfDestructRefund = limits.number("selfDestructRefund");
        selfDestructOnlyNew = limits.flag("selfDestructOnlyNew");
        refundQuotient = limits.number("refundQuotient");
        storeNetMetered = limits.flag("storeNetMetered");
        storeNoopGas = limits.number("storeNoopGas");
        storeResetGas = limits.number("storeResetGas");
        storeSentryGas = limits.number("storeSentryGas");
        storeClearRefund = limits.number("storeClearRefund");
        coldAccountGas = limits.number("coldAccountGas");
        coldSlotGas = limits.number("coldSlotGas");
        coldTracked = limits.flag("coldTracked");
        warmCoinbase = limits.flag("warmCoinbase");
        nonZeroByteGas = limits.number("nonZeroByteGas");
        floorTokenGas = limits.number("floorTokenGas");
        rejectsEf = limits.flag("rejectsEf");
        initCodeLimit = limits.number("initCodeLimit");
        initCodeWordGas = limits.number("initCodeWordGas");
        transactionGasCap = limits.number("transactionGasCap");
        blockSizeLimit = limits.number("blockSizeLimit");
        newestTransactionType = limits.number("newestTransactionType");
        baseFee = limits.flag("baseFee");
        randomness = limits.flag("randomness");
        delegation = limits.flag("delegation");
        blobsPerTransaction = limits.number("blobsPerTransaction");
        blobTarget = limits.number("blobTarget");
        blobMaximum = limits.number("blobMaximum");
        blobFraction = limits.number("blobFraction");
        blobReserve = limits.number("blobReserve");
        precompiles = limits.number("precompiles");
        p256Gas = limits.number("p256Gas");
        modexpRule = limits.number("modexpRule");
        bnAddGas = limits.number("bnAddGas");
        bnMulGas = limits.number("bnMulGas");
        bnPairingGas = limits.number("bnPairingGas");
        bnPairGas = limits.number("bnPairGas");
        withdrawals = limits.flag("withdrawals");
        beaconRoots = limits.flag("beaconRoots");
        historyStorage = limits.flag("historyStorage");
        requests = limits.flag("requests");
        readInstructions(fork);
    }

    /// The fork's own blob schedule; a chain may have another (EIP-7892).
    public BlobSchedule blobs() {
        return new BlobSchedule(blobTarget, blobMaximum, blobFraction);
    }

    /// Whether the fork knows the instruction.
    public boolean defines(int instruction) {
        return instructions[instruction] != UNDEFINED;
    }

    /// At least one word, and at most none: no stack passes.
    private static final long UNDEFINED = 4L << 32;

    /// Source: Yellow Paper, section 9.1: the stack has a maximum size of 1024.
    private static final int STACK_WORDS = 1024;

    private void readInstructions(Fork fork) {
        Arrays.fill(instructions, UNDEFINED);
        InstructionTable.TEXT.lines().skip(1).forEach(line -> {
            String[] cells = line.trim().split(" +");
            String gas = cells[fork.column() + 4];
            if (!gas.equals("-")) {
                define(cells, Long.parseLong(gas));
            }
        });
    }

    private void define(String[] cells, long gas) {
        int first = Integer.parseInt(cells[0], 16);
        int in = Integer.parseInt(cells[2]);
        int out = Integer.parseInt(cells[3]);
        int dots = cells[1].indexOf("..");
        int count = dots < 0 ? 1 : Integer.parseInt(cells[1].substring(dots + 2));
        for (int i = 0; i < count; i++) {
            // The nth DUP and SWAP reach one word deeper; a PUSH takes nothing.
            int least = in == 0 ? 0 : in + i;
            long greatest = STACK_WORDS - (long) Math.max(0, out - in);
            instructions[first + i] = gas | (((long) least * 4) << 32) | ((greatest * 4) << 48);
        }
    }
}
