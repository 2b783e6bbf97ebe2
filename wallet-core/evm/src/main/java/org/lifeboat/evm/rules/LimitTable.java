package org.lifeboat.evm.rules;

/// Every number and switch that depends on the fork, a column a fork; 1 and 0 mean yes and no, `max` no limit.
final class LimitTable {
    static final String TEXT = """
            name                   Front Homes Tange Spuri Byzan Const Peter Istan Berli Londo Paris Shang Cancu Pragu Osaka
            # EIP-2: too little gas for the code deposit fails the creation (0: leaves no code)
            createDepositRequired      0     1     1     1     1     1     1     1     1     1     1     1     1     1     1
            # EIP-2: extra intrinsic gas of a creation
            createTransactionGas       0 32000 32000 32000 32000 32000 32000 32000 32000 32000 32000 32000 32000 32000 32000
            # EIP-150: a caller keeps 1/64 of its gas (0: asking too much fails)
            oneSixtyFourthKept         0     0     1     1     1     1     1     1     1     1     1     1     1     1     1
            # EIP-161: touched empty accounts vanish; only dead accounts cost extra
            emptyAccountsCleared       0     0     0     1     1     1     1     1     1     1     1     1     1     1     1
            # EIP-161
            firstContractNonce         0     0     0     1     1     1     1     1     1     1     1     1     1     1     1
            # EIP-160: per byte of the exponent
            expByteGas                10    10    10    50    50    50    50    50    50    50    50    50    50    50    50
            # EIP-170: bytes of deployed code
            codeSizeLimit            max   max   max 24576 24576 24576 24576 24576 24576 24576 24576 24576 24576 24576 24576
            # EIP-150: SELFDESTRUCT that makes an account
            selfDestructAccountGas     0     0 25000 25000 25000 25000 25000 25000 25000 25000 25000 25000 25000 25000 25000
            # EIP-3529 removed it
            selfDestructRefund     24000 24000 24000 24000 24000 24000 24000 24000 24000     0     0     0     0     0     0
            # EIP-6780: only what this transaction created is destroyed
            selfDestructOnlyNew        0     0     0     0     0     0     0     0     0     0     0     0     1     1     1
            # EIP-3529: at most 1/n of the gas used comes back
            refundQuotient             2     2     2     2     2     2     2     2     2     5     5     5     5     5     5
            # EIP-1283, EIP-2200: SSTORE priced by original, current and new value
            storeNetMetered            0     0     0     0     0     1     0     1     1     1     1     1     1     1     1
            # SSTORE that changes nothing, or a slot changed before
            storeNoopGas               0     0     0     0     0   200     0   800   100   100   100   100   100   100   100
            # SSTORE_RESET_GAS
            storeResetGas           5000  5000  5000  5000  5000  5000  5000  5000  2900  2900  2900  2900  2900  2900  2900
            # EIP-2200: with this much gas or less SSTORE fails
            storeSentryGas             0     0     0     0     0     0     0  2300  2300  2300  2300  2300  2300  2300  2300
            # EIP-3529: SSTORE_CLEARS_SCHEDULE
            storeClearRefund       15000 15000 15000 15000 15000 15000 15000 15000 15000  4800  4800  4800  4800  4800  4800
            # EIP-2929: COLD_ACCOUNT_ACCESS_COST - WARM_STORAGE_READ_COST
            coldAccountGas             0     0     0     0     0     0     0     0  2500  2500  2500  2500  2500  2500  2500
            # EIP-2929: COLD_SLOAD_COST - WARM_STORAGE_READ_COST
            coldSlotGas                0     0     0     0     0     0     0     0  2000  2000  2000  2000  2000  2000  2000
            # EIP-2929: access lists and warm addresses exist
            coldTracked                0     0     0     0     0     0     0     0     1     1     1     1     1     1     1
            # EIP-3651
            warmCoinbase               0     0     0     0     0     0     0     0     0     0     0     1     1     1     1
            # EIP-2028: intrinsic gas of a non-zero byte of call data
            nonZeroByteGas            68    68    68    68    68    68    68    16    16    16    16    16    16    16    16
            # EIP-7623: TOTAL_COST_FLOOR_PER_TOKEN
            floorTokenGas              0     0     0     0     0     0     0     0     0     0     0     0     0    10    10
            # EIP-3541: deployed code must not start with 0xef
            rejectsEf                  0     0     0     0     0     0     0     0     0     1     1     1     1     1     1
            # EIP-3860: MAX_INITCODE_SIZE
            initCodeLimit            max   max   max   max   max   max   max   max   max   max   max 49152 49152 49152 49152
            # EIP-3860: INITCODE_WORD_COST
            initCodeWordGas            0     0     0     0     0     0     0     0     0     0     0     2     2     2     2
            # EIP-7825
            transactionGasCap        max   max   max   max   max   max   max   max   max   max   max   max   max   max 16777216
            # EIP-7934: MAX_RLP_BLOCK_SIZE, bytes
            blockSizeLimit             max   max   max   max   max   max   max   max   max   max   max   max   max   max 8388608
            # EIP-2930, 1559, 4844, 7702
            newestTransactionType      0     0     0     0     0     0     0     0     1     2     2     2     3     4     4
            # EIP-1559: there is a base fee
            baseFee                    0     0     0     0     0     0     0     0     0     1     1     1     1     1     1
            # EIP-4399: PREVRANDAO in place of the difficulty
            randomness                 0     0     0     0     0     0     0     0     0     0     1     1     1     1     1
            # EIP-7702: code 0xef0100 || address delegates
            delegation                 0     0     0     0     0     0     0     0     0     0     0     0     0     1     1
            # EIP-7594; before: as many as a block may hold
            blobsPerTransaction        0     0     0     0     0     0     0     0     0     0     0     0   max   max     6
            # EIP-4844, EIP-7691: blobs a block; where a chain has its own schedule, that counts
            blobTarget                 0     0     0     0     0     0     0     0     0     0     0     0     3     6     6
            # EIP-4844, EIP-7691
            blobMaximum                0     0     0     0     0     0     0     0     0     0     0     0     6     9     9
            # EIP-4844, EIP-7691: BLOB_BASE_FEE_UPDATE_FRACTION
            blobFraction               1     1     1     1     1     1     1     1     1     1     1     1 3338477 5007716 5007716
            # EIP-7918: BLOB_BASE_COST
            blobReserve                0     0     0     0     0     0     0     0     0     0     0     0     0     0  8192
            # contracts 1 to n
            precompiles                4     4     4     4     8     8     8     9     9     9     9     9    10    17    17
            # EIP-7951: P256VERIFY at 0x100 (0: not there)
            p256Gas                    0     0     0     0     0     0     0     0     0     0     0     0     0     0  6900
            # price by EIP-198, EIP-2565 or EIP-7883
            modexpRule                 0     0     0     0   198   198   198   198  2565  2565  2565  2565  2565  2565  7883
            # EIP-196, EIP-1108
            bnAddGas                   0     0     0     0   500   500   500   150   150   150   150   150   150   150   150
            # EIP-196, EIP-1108
            bnMulGas                   0     0     0     0 40000 40000 40000  6000  6000  6000  6000  6000  6000  6000  6000
            # EIP-197, EIP-1108
            bnPairingGas               0     0     0     0 100000 100000 100000 45000 45000 45000 45000 45000 45000 45000 45000
            # EIP-197, EIP-1108: each pair
            bnPairGas                  0     0     0     0 80000 80000 80000 34000 34000 34000 34000 34000 34000 34000 34000
            # EIP-4895
            withdrawals                0     0     0     0     0     0     0     0     0     0     0     1     1     1     1
            # EIP-4788: system call before the block
            beaconRoots                0     0     0     0     0     0     0     0     0     0     0     0     1     1     1
            # EIP-2935: system call before the block
            historyStorage             0     0     0     0     0     0     0     0     0     0     0     0     0     1     1
            # EIP-6110, 7002, 7251, 7685: after the block
            requests                   0     0     0     0     0     0     0     0     0     0     0     0     0     1     1
            """;

    private LimitTable() {}
}
