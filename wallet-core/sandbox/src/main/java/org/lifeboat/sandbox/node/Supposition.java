package org.lifeboat.sandbox.node;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// What a question supposes to be otherwise than it is: accounts, and the block it runs in.
/// Source: geth, internal/ethapi/override (`StateOverride`, `BlockOverrides`).
public record Supposition(Map<Address, Account> accounts, Block block) {
    public static final Supposition NONE = new Supposition(
            Map.of(),
            new Block(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));

    public Supposition {
        accounts = Map.copyOf(accounts);
    }

    /// @param wholeStorage every slot that is not zero; empty: those that are there
    /// @param slots written over what is there; none where the whole storage is given
    public record Account(
            OptionalLong nonce,
            Optional<Bytes> code,
            Optional<Wei> balance,
            Optional<Map<Hash32, Hash32>> wholeStorage,
            Map<Hash32, Hash32> slots) {
        public Account {
            slots = Map.copyOf(slots);
            if (wholeStorage.isPresent() && !slots.isEmpty()) {
                throw new IllegalArgumentException("both 'state' and 'stateDiff'");
            }
        }

        /// This one, and where it says nothing, what `before` said.
        Account over(Account before) {
            Map<Hash32, Hash32> merged = new HashMap<>(wholeStorage.isPresent() ? Map.of() : before.slots());
            merged.putAll(slots);
            Optional<Map<Hash32, Hash32>> whole = wholeStorage;
            if (whole.isEmpty() && before.wholeStorage().isPresent()) {
                Map<Hash32, Hash32> all = new HashMap<>(before.wholeStorage().get());
                all.putAll(slots);
                whole = Optional.of(all);
                merged.clear();
            }
            return new Account(
                    nonce.isPresent() ? nonce : before.nonce(),
                    code.or(before::code),
                    balance.or(before::balance),
                    whole,
                    merged);
        }
    }

    /// The figures of a block that the runs in it see.
    public record Block(
            OptionalLong number,
            OptionalLong unixSeconds,
            OptionalLong gasLimit,
            Optional<Address> feeRecipient,
            Optional<Hash32> prevRandao,
            Optional<Wei> baseFee,
            Optional<Wei> blobBaseFee) {
        public BlockEnvironment over(BlockEnvironment real) {
            return new BlockEnvironment(
                    feeRecipient.orElse(real.coinbase()),
                    number.orElse(real.number()),
                    unixSeconds.orElse(real.timestamp()),
                    gasLimit.orElse(real.gasLimit()),
                    BigInteger.ZERO,
                    prevRandao.orElse(real.prevRandao()),
                    baseFee.orElse(real.baseFee()),
                    blobBaseFee.orElse(real.blobBaseFee()));
        }
    }
}
