package org.lifeboat.evm.precompile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.primitives.Address;

/// Which precompiled contracts a fork has, by address.
public final class Precompiles {
    /// Source: EIP-7951: the address of P256VERIFY.
    private static final int P256 = 0x100;

    private final List<Optional<Precompile>> table;

    /// What is otherwise than in the table; nothing on any chain.
    private final Map<Address, Optional<Precompile>> others;

    private Precompiles(List<Optional<Precompile>> table, Map<Address, Optional<Precompile>> others) {
        this.table = table;
        this.others = others;
    }

    /// The contracts of Ethereum under that fork.
    public static Precompiles of(ForkRules rules) {
        List<Optional<Precompile>> table = new ArrayList<>();
        for (int i = 0; i <= P256; i++) {
            table.add(Optional.empty());
        }
        List<Precompile> numbered = PrecompileList.of(rules);
        for (int i = 1; i <= rules.precompiles; i++) {
            table.set(i, Optional.of(numbered.get(i - 1)));
        }
        if (rules.p256Gas > 0) {
            table.set(P256, Optional.of(new P256Contract(rules.p256Gas)));
        }
        return new Precompiles(table, Map.of());
    }

    /// These, with another contract at one address: where a chain differs from Ethereum in a price or a limit.
    /// @param number the address as a number, from 1 to 0x100
    public Precompiles with(int number, Precompile contract) {
        List<Optional<Precompile>> changed = new ArrayList<>(table);
        changed.set(number, Optional.of(contract));
        return new Precompiles(changed, others);
    }

    /// These, with P256VERIFY at 0x100 at another price.
    public Precompiles withP256(long gas) {
        return with(P256, new P256Contract(gas));
    }

    /// These, with what is at any address replaced, as questions may suppose it.
    /// @param contract empty for none
    public Precompiles with(Address address, Optional<Precompile> contract) {
        Map<Address, Optional<Precompile>> changed = new HashMap<>(others);
        changed.put(address, contract);
        return new Precompiles(table, changed);
    }

    /// The contract at that address.
    public Optional<Precompile> find(Address address) {
        if (others.containsKey(address)) {
            return others.getOrDefault(address, Optional.empty());
        }
        BigInteger number = address.toWord().toNumber();
        return number.bitLength() <= 9 && number.intValue() <= P256 ? table.get(number.intValue()) : Optional.empty();
    }

    /// The contract at the account's address.
    public Optional<Precompile> find(Account account) {
        return others.isEmpty() ? ofFork(account) : find(account.address());
    }

    private Optional<Precompile> ofFork(Account account) {
        boolean low = account.high == 0 && account.middle == 0 && account.low >= 0 && account.low <= P256;
        return low ? table.get((int) account.low) : Optional.empty();
    }

    /// Whether the account is warm from a transaction's beginning (EIP-2929): where the fork has a contract, whatever
    /// is supposed to be there.
    public boolean isWarm(Account account) {
        return ofFork(account).isPresent();
    }
}
