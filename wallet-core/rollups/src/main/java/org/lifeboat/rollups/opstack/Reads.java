package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// One pass of questions to contracts, on a state that may lack something. Ask everything that does not hang on
/// an answer, then look at [#missing]: where it is not empty, nothing that was concluded counts. Used once.
public final class Reads {
    /// For one question. Source of the size: a game's `resolveClaim` over 512 claims stays below it.
    private static final Gas GAS = new Gas(30_000_000);

    private final Function<ContractCall, CallResult> chain;
    private final Set<StateKey> missing = new LinkedHashSet<>();
    private Optional<String> notHere = Optional.empty();

    /// @param chain runs a call on the state at hand
    public Reads(Function<ContractCall, CallResult> chain) {
        this.chain = chain;
    }

    /// What the state lacks; get it and read again from the beginning.
    public Set<StateKey> missing() {
        return Set.copyOf(missing);
    }

    /// Something that only the chain itself can run was met.
    public Optional<String> notHere() {
        return notHere;
    }

    /// @return empty if the contract refuses, or the state lacks something
    Optional<Bytes> call(Address from, Address contract, Bytes input) {
        CallResult result = chain.apply(new ContractCall(from, contract, Wei.ZERO, input, GAS));
        return switch (result) {
            case CallResult.Returned returned -> Optional.of(returned.output());
            case CallResult.Needs(var keys) -> {
                missing.addAll(keys);
                yield Optional.empty();
            }
            case CallResult.NotHere(String what) -> {
                notHere = notHere.or(() -> Optional.of(what));
                yield Optional.empty();
            }
            case CallResult.Reverted _, CallResult.Halted _, CallResult.Unpaid _ -> Optional.empty();
        };
    }

    Optional<Hash32> word(Address contract, String signature, Abi.Item... items) {
        return call(Address.ZERO, contract, Abi.call(signature, items)).flatMap(returned -> Abi.at(returned, 0));
    }

    Optional<BigInteger> number(Address contract, String signature, Abi.Item... items) {
        return word(contract, signature, items).map(Hash32::toNumber);
    }

    /// A number that fits; empty where it does not, which no honest contract answers.
    Optional<Long> small(Address contract, String signature, Abi.Item... items) {
        return number(contract, signature, items)
                .filter(number -> number.bitLength() < Long.SIZE)
                .map(BigInteger::longValue);
    }

    Optional<Address> address(Address contract, String signature, Abi.Item... items) {
        return word(contract, signature, items).map(Hash32::toAddress).filter(found -> !found.equals(Address.ZERO));
    }

    Optional<Boolean> flag(Address contract, String signature, Abi.Item... items) {
        return number(contract, signature, items).map(number -> number.signum() != 0);
    }
}
