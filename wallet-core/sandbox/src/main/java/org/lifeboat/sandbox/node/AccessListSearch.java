package org.lifeboat.sandbox.node;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.evm.interpreter.ContractAddress;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.sandbox.chain.SealedBlock;

/// Finds the access list that a call would need: runs it again with what it touched, until nothing new comes up.
public final class AccessListSearch {
    /// More rounds than a call that does not chase its own gas ever takes.
    private static final int MOST_ROUNDS = 8;

    /// @param result of the run with the list
    public record Found(List<AccessListEntry> list, CallResult result) {}

    private final ForkRules rules;
    private final Questions questions;

    public AccessListSearch(ForkRules rules, Questions questions) {
        this.rules = rules;
        this.questions = questions;
    }

    public Found search(Call call, SealedBlock block) {
        Set<Address> known = known(call, block);
        List<AccessListEntry> list = call.accessList();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            TouchedPlaces touched = new TouchedPlaces();
            CallResult result = questions.run(
                    call.with(list),
                    block,
                    Supposition.NONE,
                    call.gas()
                            .map(gas -> gas.amount())
                            .orElse(block.header().gasLimit().amount()),
                    Optional.of(touched));
            List<AccessListEntry> found = touched.list(known);
            if (found.equals(list) || !(result instanceof CallResult.Ran)) {
                return new Found(list, result);
            }
            list = found;
        }
        return new Found(list, questions.run(call.with(list), block));
    }

    private Set<Address> known(Call call, SealedBlock block) {
        Set<Address> known = new HashSet<>();
        known.add(call.from());
        long nonce =
                block.state().account(call.from()).orElse(StoredAccount.EMPTY).nonce();
        known.add(call.to().orElse(ContractAddress.of(call.from(), nonce)));
        Precompiles precompiles = Precompiles.of(rules);
        for (int number = 1; number <= 0x100; number++) {
            Address address = Hash32.ofNumber(number).toAddress();
            if (precompiles.find(address).isPresent()) {
                known.add(address);
            }
        }
        return known;
    }
}
